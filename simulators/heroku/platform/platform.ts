import type { Server } from 'node:http';
import { Hono, type Context } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import { buildSlug, type PushedCommit } from '../slug/build-slug.ts';
import { stopDyno } from '../dynos/dyno.ts';
import { Refusal, type App, type Tell } from './app.ts';
import { WORKS } from './carry-out.ts';
import { createApp } from './create-app.ts';
import type { RedisServer } from './key-value-store.ts';
import { release } from './release.ts';

const orderSchema = z.object({
  name: z.string(),
  words: z.array(z.string()),
  flags: z.record(z.string(), z.union([z.string(), z.boolean()])),
  git: z.string().optional(),
});
const pushSchema = z.object({ commit: z.string(), objects: z.record(z.string(), z.string()) });
const ALIASES: Record<string, string> = { 'apps:info': 'info', 'releases:rollback': 'rollback' };

interface PlatformOptions {
  /** Where apps, builds and data are kept. */
  folder: string;
  redisServer: RedisServer;
  /** Where it is reached; asked once it listens. */
  url(): string;
}

/** The simulated platform: what the `heroku` command and the git remotes speak to. */
export function createPlatform({ folder, redisServer, url }: PlatformOptions) {
  const apps: App[] = [];
  const routers: Server[] = [];

  async function create({ words, flags }: z.infer<typeof orderSchema>, tell: Tell) {
    const [name] = words;
    const { stack } = flags;
    const made = await createApp({
      ...{ folder, platformUrl: url() },
      ...(name ? { name } : {}),
      ...(typeof stack === 'string' ? { stack } : {}),
    });
    apps.push(made.app);
    routers.push(made.router);
    tell(`Creating app... done, ${made.app.name}, stack is ${made.app.stack}`);
    tell(`${made.app.webUrl} | ${made.app.gitFolder}`);
    return { exit: 0, gitUrl: made.app.gitFolder };
  }

  async function carryOut(order: z.infer<typeof orderSchema>, tell: Tell) {
    if (order.name === 'create' || order.name === 'apps:create') return create(order, tell);
    const app = apps.find(({ name, gitFolder }) => gitFolder === order.git || name === order.flags['app']);
    if (!app) throw new Refusal("Couldn't find that app.");
    const work = WORKS[ALIASES[order.name] ?? order.name];
    if (!work) throw new Refusal(`${order.name} is not simulated`);
    return { exit: await work({ ...order, app, redisServer, tell }) };
  }

  async function push(appName: string, pushed: PushedCommit, tell: Tell) {
    const app = apps.find(({ name }) => name === appName);
    if (!app) throw new Refusal("Couldn't find that app.");
    const slug = await buildSlug(app, pushed, tell);
    tell('-----> Launching...');
    const made = await release(app, { description: `Deploy ${pushed.commit.slice(0, 8)}`, slug, tell });
    if (made.state === 'succeeded') tell(`       Released v${made.version}\n       ${app.webUrl} deployed to Heroku`);
    return { exit: 0 };
  }

  const app = new Hono()
    .post('/commands', async (c) => {
      const order = orderSchema.parse(await c.req.json());
      return answer(c, (tell) => carryOut(order, tell));
    })
    .post('/apps/:name/builds', async (c) => {
      const pushed = pushSchema.parse(await c.req.json());
      return answer(c, (tell) => push(c.req.param('name'), pushed, tell));
    });

  return {
    app,
    async close() {
      for (const router of routers) {
        router.closeAllConnections();
        router.close();
      }
      await Promise.all(apps.flatMap(({ dynos }) => dynos).map(stopDyno));
      await Promise.all(apps.map(({ store }) => store?.close()));
    },
  };
}

/** Lines as they come, then how it ended; what is refused, and a build that fails, end with 1. */
function answer(c: Context, work: (tell: Tell) => Promise<object>) {
  return stream(c, async (out) => {
    const write = (value: object) => void out.write(`${JSON.stringify(value)}\n`);
    try {
      write(await work((line) => write({ line })));
    } catch (error) {
      write({ line: ` !     ${(error as Error).message}` });
      write({ exit: 1 });
    }
  });
}

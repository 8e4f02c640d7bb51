import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { endOf, startDyno } from '../dynos/dyno.ts';
import { matchFormation, restart } from '../dynos/formation.ts';
import { Refusal, type App, type Tell } from './app.ts';
import { startKeyValueStore, type RedisServer } from './key-value-store.ts';
import { release } from './release.ts';

/** A command on an app, as the CLI understood it. */
export interface Order {
  words: string[];
  flags: Record<string, string | boolean | undefined>;
}

interface Desk extends Order {
  app: App;
  redisServer: RedisServer;
  tell: Tell;
}

type Work = (desk: Desk) => Promise<number>;

/** What each command on an app does; gives the exit code of `heroku`. */
export const WORKS: Record<string, Work> = {
  async info({ app, flags, tell }) {
    if (!flags['shell']) throw new Refusal('info without --shell is not simulated');
    tell(`addons=${app.store ? 'heroku-redis:mini' : ''}`);
    tell(`git_url=${app.gitFolder}`);
    tell(`web_url=${app.webUrl}`);
    tell('region=us');
    tell(`stack=${app.stack}`);
    return 0;
  },
  async 'addons:create'({ app, words, redisServer, tell }) {
    if (words[0] !== 'heroku-redis:mini') throw new Refusal(`${words[0] ?? ''}: only heroku-redis:mini is simulated`);
    if (app.store) throw new Refusal('This app has a Key-Value Store; a second one is not simulated');
    tell(`Creating heroku-redis:mini on ${app.name}... ~$0.004/hour (max $3/month)`);
    app.store = await startKeyValueStore(redisServer, join(app.folder, 'redis'));
    await release(app, {
      description: 'Add heroku-redis:mini add-on',
      config: { ...app.config, REDIS_URL: app.store.url },
      byAddOn: true,
      tell,
    });
    tell('Created redis-simulated as REDIS_URL');
    return 0;
  },
  async 'redis:maxmemory'({ app, flags, tell }) {
    if (typeof flags['policy'] !== 'string') throw new Refusal('Missing required flag policy');
    if (!app.store) throw new Refusal('No Redis instances found.');
    await app.store.setEvictionPolicy(flags['policy']);
    tell(`Maxmemory policy for redis-simulated (REDIS_URL) set to ${flags['policy']}.`);
    return 0;
  },
  'config:set': async ({ app, words, tell }) => {
    const wrong = words.find((word) => !word.includes('='));
    if (wrong !== undefined) throw new Refusal(`${wrong} is invalid. Must be in the format FOO=bar.`);
    const set = Object.fromEntries(
      words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
    );
    return changeConfig(app, { ...app.config, ...set }, { names: Object.keys(set), tell });
  },
  'config:unset': async ({ app, words, tell }) => {
    const left = Object.entries(app.config).filter(([name]) => !words.includes(name));
    return changeConfig(app, Object.fromEntries(left), { names: words, tell });
  },
  async 'config:get'({ app, words, tell }) {
    tell(app.config[words[0] ?? ''] ?? '');
    return 0;
  },
  async ps({ app, tell }) {
    for (const { name, isUp } of app.dynos) tell(`${name}: ${isUp ? 'up' : 'starting'}`);
    return 0;
  },
  async 'ps:scale'({ app, words, tell }) {
    const changes = words.map((word) => {
      const [, type = '', quantity] = /^([\w-]+)=(\d+)$/.exec(word) ?? [];
      if (quantity === undefined) throw new Refusal(`${word}: only type=quantity is simulated`);
      if (!app.slug?.processTypes[type]) throw new Refusal(`Couldn't find that process type (${type}).`);
      return [type, Number(quantity)] as const;
    });
    Object.assign(app.formation, Object.fromEntries(changes));
    await matchFormation(app);
    tell(
      `Scaling dynos... done, now running ${changes.map(([type, count]) => `${type} at ${count}:Basic`).join(', ')}`,
    );
    return 0;
  },
  async 'ps:restart'({ app, tell }) {
    await restart(app);
    tell(`Restarting dynos on ${app.name}... done`);
    return 0;
  },
  async run({ app, words, flags, tell }) {
    if (!app.slug) throw new Refusal('This app has no code deployed yet.');
    const line = words.length === 1 ? (words[0] ?? '') : words.map(quoted).join(' ');
    const [first = '', ...rest] = line.split(' ');
    const command = [app.slug.processTypes[first] ?? first, ...rest].join(' ');
    const name = `run.${randomInt(1000, 9999)}`;
    tell(`Running ${line} on ${app.name}... up, ${name}`);
    const { slug, config } = app;
    const status = await endOf(await startDyno(app, { slug, config, name, command, tell }));
    return flags['exit-code'] ? status : 0;
  },
  async logs({ app, flags, tell }) {
    const dyno = flags['dyno-name'];
    const type = flags['process-type'];
    const lines = app.log.filter(
      (each) =>
        (dyno === undefined || each.dyno === dyno) && (type === undefined || each.dyno.startsWith(`${String(type)}.`)),
    );
    for (const each of lines.slice(-Number(flags['num'] ?? 100))) tell(`app[${each.dyno}]: ${each.line}`);
    return 0;
  },
  async releases({ app, tell }) {
    for (const { version, state, description } of app.releases.toReversed())
      tell(`v${version}  ${description}${state === 'failed' ? '  release command failed' : ''}`);
    return 0;
  },
  async rollback({ app, words, tell }) {
    const good = app.releases.filter(({ state, slug }) => state === 'succeeded' && slug);
    const target = words[0] ? good.find(({ version }) => `v${version}` === words[0]) : good.at(-2);
    if (!target) throw new Refusal('There is no release to go back to.');
    const { slug, config, version } = target;
    const made = await release(app, { description: `Rollback to v${version}`, slug, config, tell });
    tell(`Rolling back ${app.name} to v${version}... ${made.state === 'failed' ? '!' : `done, v${made.version}`}`);
    return 0;
  },
};

async function changeConfig(
  app: App,
  config: Record<string, string>,
  { names, tell }: { names: string[]; tell: Tell },
): Promise<number> {
  if (app.slug)
    tell(' ›   Warning: Release command executing: this config change will not be available until it succeeds.');
  const made = await release(app, {
    description: `Set ${names.join(', ')} config vars`,
    config,
    tell: () => undefined,
  });
  if (made.state === 'failed') tell(`Release command of v${made.version} failed: the app goes on as it was.`);
  tell(`Setting ${names.join(', ')} and restarting ${app.name}... done, v${made.version}`);
  return 0;
}

/** As the CLI puts several words into one command line. */
function quoted(word: string): string {
  return /[ "]/.test(word) ? `"${word.replaceAll('"', '\\"')}"` : word;
}

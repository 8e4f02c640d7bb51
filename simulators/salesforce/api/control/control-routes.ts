import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Problem } from '../../metadata/component.ts';
import type { NotificationList } from '../../notifications/notification-list.ts';
import type { SimulatedOrg } from '../../org.ts';
import type { Sessions } from '../sessions.ts';
import type { ExternalClientApps } from '../oauth/external-client-apps.ts';
import type { Usage } from '../usage.ts';
import { faultSchema, type Faults } from './faults.ts';
import type { RequestLog } from './request-log.ts';

/** What a deployment comes to. */
export type DeployResult = { deployed: string[] } | { problems: Problem[] };

export interface ControlOptions {
  org: SimulatedOrg;
  sessions: Sessions;
  usage: Usage;
  faults: Faults;
  log: RequestLog;
  notifications: NotificationList;
  clientApps: ExternalClientApps;
  deploy: (order: { sources: string[]; env: Record<string, string>; project?: string }) => DeployResult;
  reset: () => void;
  /** What failed after a commit, where nobody waited for it. */
  failures: () => unknown[];
}

const deploySchema = z.strictObject({
  sources: z.array(z.string()).min(1),
  env: z.record(z.string(), z.string()).default({}),
  project: z.string().optional(),
});
const usernameSchema = z.strictObject({ username: z.string() });
const settingsSchema = z.strictObject({ requiresValidationForConvertedLeads: z.boolean() });
const limitSchema = z.strictObject({ limit: z.int().nonnegative(), used: z.int().nonnegative().optional() });

/** `/__control/…`: what tests and the demo do to the org from outside; no part of Salesforce. */
export function controlRoutes(options: ControlOptions): Hono {
  const { org, sessions, usage, faults, log, notifications, deploy, reset, failures, clientApps } = options;
  return (
    new Hono()
      .post('/deploy', async (c) => {
        const { project, ...order } = await read(c, deploySchema);
        const result = deploy({ ...order, ...(project ? { project } : {}) });
        return c.json(result, 'problems' in result ? 400 : 200);
      })
      .put('/faults', async (c) => {
        faults.set(await read(c, z.array(faultSchema)));
        return c.json(faults.list());
      })
      .get('/faults', (c) => c.json(faults.list()))
      .post('/sessions', async (c) => {
        const { username } = await read(c, usernameSchema);
        const user = org.findUser(username);
        if (!user) return c.json({ message: `no active user ${username}` }, 404);
        return c.json({ accessToken: sessions.create(user).id, userId: user.id }, 201);
      })
      .delete('/sessions', (c) => c.json({ expired: sessions.expire(c.req.query('username')) }))
      .put('/settings', async (c) => c.json(Object.assign(org.settings, await read(c, settingsSchema))))
      .put('/limit', async (c) => {
        const { limit, used } = await read(c, limitSchema);
        usage.setLimit(limit, used);
        return c.json({ limit: usage.limit(), used: usage.used() });
      })
      .get('/calls', (c) => c.json({ used: usage.used(), limit: usage.limit(), perRoute: usage.perRoute() }))
      .get('/requests', (c) => c.json(log.list()))
      // What Setup shows to a person alone.
      .get('/external-client-apps', (c) =>
        c.json(clientApps.list().map(({ name, clientId }) => ({ name, consumerKey: clientId }))),
      )
      .get('/notifications', (c) => c.json(notifications.all()))
      .get('/failures', (c) => c.json(failures()))
      .post('/settle', async (c) => {
        await org.database.afterCommit.settled();
        return c.body(null, 204);
      })
      .post('/reset', (c) => {
        reset();
        return c.body(null, 204);
      })
      .onError((error, c) => {
        const status = error instanceof z.ZodError ? 400 : 500;
        return c.json({ message: error instanceof z.ZodError ? z.prettifyError(error) : error.message }, status);
      })
  );
}

async function read<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await c.req.json());
}

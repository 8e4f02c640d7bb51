import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { isFailure } from '../../domain/failure.ts';
import { logIn } from '../ats/log-in.ts';
import type { AdminDoor } from '../deps.ts';
import { errorResponse } from '../error-response.ts';

/** Where the page is shown. */
const ADMIN_PATH = '/admin/queues';

/** GET /admin/queues: the queues on a page, to look at only, behind a login. Jobs hold ids and nothing else. */
export function adminQueuesDoor({ login, proxyHops, queues }: AdminDoor): Hono {
  const adapter = new HonoAdapter(serveStatic);
  adapter.setBasePath(ADMIN_PATH);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Background checks' } },
  });
  const app = new Hono();
  app.onError((error, c) => {
    if (isFailure(error, 'unauthorized')) c.header('www-authenticate', 'Basic realm="background checks"');
    return errorResponse(error, c);
  });
  app.use(`${ADMIN_PATH}/*`, logIn(login, proxyHops));
  app.use(ADMIN_PATH, logIn(login, proxyHops));
  return app.route(ADMIN_PATH, adapter.registerPlugin());
}

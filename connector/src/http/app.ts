import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppDeps } from './deps.ts';
import { errorResponse } from './error-response.ts';
import { requestLog } from './request-log.ts';
import { atsDoor } from './routes/ats.ts';
import { backgroundCheckDoor } from './routes/background-check.ts';
import { checkrDoor } from './routes/checkr.ts';
import { healthDoor } from './routes/health.ts';

/** All doors of the connector. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono()
    .onError(errorResponse)
    .notFound((c) => c.json({ error: 'no-such-route' }, 404))
    .use(requestLog(deps.log))
    .use(secureHeaders())
    .route('/background-check', backgroundCheckDoor(deps))
    .route('/checkr', checkrDoor(deps));
  if (deps.ats) app.route('/ats', atsDoor(deps.ats));
  return app.route('/', healthDoor(deps));
}

import { Hono } from 'hono';
import type { AppDeps } from './deps.ts';
import { errorResponse } from './error-response.ts';
import { requestLog } from './request-log.ts';
import { refusalLimit } from './refusal-limit.ts';
import { backgroundCheckDoor } from './routes/background-check.ts';
import { checkrDoor } from './routes/checkr.ts';
import { healthDoor } from './routes/health.ts';
import { metricsDoor } from './routes/metrics.ts';
import { vendorResultsDoor } from './routes/vendor-results.ts';

/** The ATS door counts failed logins by account too, and refuses in words of its own. */
const GUESSABLE = ['/background-check/*', '/checkr/*', '/webhooks/*', '/metrics', '/admin/*'];

/** All doors of the connector. */
export function createApp(deps: AppDeps): Hono {
  const requestId = deps.requestId ?? (() => undefined);
  const app = new Hono()
    .onError(errorResponse)
    .notFound((c) => c.json({ error: 'no-such-route' }, 404))
    .use(requestLog({ ...deps, requestId }))
    .on('ALL', GUESSABLE, refusalLimit(deps.proxyHops))
    .route('/background-check', backgroundCheckDoor(deps))
    .route('/checkr', checkrDoor(deps))
    .route('/webhooks/background_check', vendorResultsDoor({ ...deps, requestId: () => requestId() ?? '' }));
  const { token } = deps.metrics ?? { token: null };
  if (deps.metrics && token !== null) app.route('/', metricsDoor(token, deps.metrics));
  for (const open of deps.optionalDoors ?? []) open(app);
  return app.route('/', healthDoor(deps));
}

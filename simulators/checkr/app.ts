import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { adverseActionRoutes } from './adverse-actions/adverse-action-routes.ts';
import { candidateRoutes } from './candidates/candidate-routes.ts';
import { continuousCheckRoutes } from './continuous-checks/continuous-check-routes.ts';
import { controlRoutes } from './control/control-routes.ts';
import type { Controls } from './control/control-routes.ts';
import { documentRoutes } from './documents/document-routes.ts';
import { downloadRoutes } from './documents/download-routes.ts';
import { answerError, answerUnknownRoute } from './http/answer-error.ts';
import type { AppEnv } from './http/app-env.ts';
import { readQuery } from './http/page-of.ts';
import { invitationRoutes } from './invitations/invitation-routes.ts';
import { hierarchyRoutes } from './nodes/hierarchy-routes.ts';
import { nodeRoutes } from './nodes/node-routes.ts';
import { packageRoutes } from './packages/package-routes.ts';
import { inviteRoutes } from './pages/invite-routes.ts';
import { reportPageRoutes } from './pages/report-page-routes.ts';
import type { Parts } from './parts.ts';
import { reportRoutes } from './reports/report-routes.ts';
import { screeningRoutes } from './screenings/screening-routes.ts';
import { verificationRoutes } from './verifications/verification-routes.ts';
import { webhookRoutes } from './webhooks/webhook-routes.ts';

/** All routes: the API behind its `gateway` under /v1, the pages, and the control routes. */
export function createApp(options: {
  parts: Parts;
  gateway: MiddlewareHandler<AppEnv>[];
  controls: Omit<Controls, 'parts' | 'routeNames'>;
}): Hono<AppEnv> {
  const { parts, gateway, controls } = options;
  const app = new Hono<AppEnv>().onError(answerError).notFound(answerUnknownRoute);
  const routeNames = (): string[] => [
    ...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)),
  ];
  for (const layer of gateway) app.use('/v1/*', layer);
  app.route('/v1', apiRoutes(parts));
  for (const page of ['/invite/*', '/reports/*']) app.use(page, controls.callLog.middleware);
  app.route('/invite', inviteRoutes(parts));
  app.route('/reports', reportPageRoutes(parts));
  app.route('/documents', downloadRoutes(parts));
  app.route('/__control', controlRoutes({ ...controls, parts, routeNames }));
  return app;
}

function apiRoutes(parts: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/account', (c) => {
      readQuery(c, {});
      return c.json(parts.store.account);
    })
    .route('/packages', packageRoutes(parts))
    .route('/candidates', candidateRoutes(parts))
    .route('/invitations', invitationRoutes(parts))
    .route('/reports', reportRoutes(parts))
    .route('/webhooks', webhookRoutes(parts))
    .route('/nodes', nodeRoutes(parts))
    .route('/hierarchy', hierarchyRoutes(parts))
    .route('/', adverseActionRoutes(parts))
    .route('/', verificationRoutes(parts))
    .route('/', documentRoutes(parts))
    .route('/', continuousCheckRoutes(parts))
    .route('/', screeningRoutes(parts));
}

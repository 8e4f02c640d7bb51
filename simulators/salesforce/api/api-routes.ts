import { Hono, type Context } from 'hono';
import type { RunningUser } from '../model.ts';
import type { SimulatedOrg } from '../org.ts';
import { addressLimit } from './address-limit.ts';
import type { ApiEnv } from './api-env.ts';
import type { IngestJobs } from './bulk/ingest-jobs.ts';
import { ingestRoutes } from './bulk/ingest-routes.ts';
import type { Faults } from './control/faults.ts';
import type { LaggingReads } from './control/lagging-reads.ts';
import { misbehave } from './control/misbehave.ts';
import type { RequestLog } from './control/request-log.ts';
import { graphqlRoutes } from './graphql/graphql-routes.ts';
import { meter } from './meter.ts';
import type { ConnectedApp } from './oauth/connected-apps.ts';
import { metadataRoutes } from './metadata/metadata-routes.ts';
import type { PackageStore } from './metadata/package-store.ts';
import { oauthRoutes } from './oauth/oauth-routes.ts';
import { partnerRoutes } from './partner/partner-routes.ts';
import { requireSession } from './require-session.ts';
import { restRoutes } from './rest/rest-routes.ts';
import type { Sessions } from './sessions.ts';
import { uiApiRoutes } from './ui-api/ui-api-routes.ts';
import type { Usage } from './usage.ts';
import { apiVersions } from './versions.ts';

export interface ApiOptions {
  org: SimulatedOrg;
  sessions: Sessions;
  apps: () => ConnectedApp[];
  usage: Usage;
  faults: Faults;
  log: RequestLog;
  lagging: LaggingReads;
  packageStore: PackageStore;
  ingestJobs: IngestJobs;
  userOf: (c: Context) => RunningUser | undefined;
}

/** Everything below `/services` and `/id`: login, then the data, UI and GraphQL APIs behind it. */
export function apiRoutes(options: ApiOptions): Hono<ApiEnv> {
  const versions = apiVersions();
  const versioned = '/services/data/:version{v[0-9.]+}';
  const app = new Hono<ApiEnv>().use('/services/*', addressLimit, misbehave(options));
  app.route('/', oauthRoutes(options)).get('/services/data', (c) => c.json(versions));
  for (const path of [versioned, `${versioned}/*`]) {
    app.use(path, async (c, next) => {
      const version = c.req.param('version') ?? '';
      if (versions.some((known) => `v${known.version}` === version)) return next();
      return c.json(
        [{ errorCode: 'NOT_FOUND', message: `API version ${version} is not known to this simulated org` }],
        404,
      );
    });
    app.use(path, requireSession(options), meter(options.usage));
  }
  return app
    .route('/', metadataRoutes(options))
    .route('/', partnerRoutes(options))
    .route('/', uiApiRoutes(options))
    .route('/', graphqlRoutes(options))
    .route('/', ingestRoutes(options))
    .route('/', restRoutes(options))
    .all('/services/*', (c) =>
      c.json([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }], 404),
    );
}

import { Hono } from 'hono';
import { createCompilerCheck } from '../../metadata/checks/check-with-compilers.ts';
import type { SimulatedOrg } from '../../org.ts';
import type { ApiEnv } from '../api-env.ts';
import type { Sessions } from '../sessions.ts';
import type { Usage } from '../usage.ts';
import { createDeployJobs } from './deploy-jobs.ts';
import { createRetrieveJobs } from './retrieve/retrieve-jobs.ts';
import type { PackageStore } from './package-store.ts';
import { restDeployRoutes } from './rest-deploy-routes.ts';
import { runDeployment } from './run-deployment.ts';
import { soapRoutes } from './soap-routes.ts';

export interface MetadataOptions {
  org: SimulatedOrg;
  sessions: Sessions;
  usage: Usage;
  packageStore: PackageStore;
}

/** The Metadata API, as far as it deploys and retrieves: over SOAP, and over REST behind `requireSession`. */
export function metadataRoutes({ org, sessions, usage, packageStore: store }: MetadataOptions): Hono<ApiEnv> {
  const parts = { org, store, check: createCompilerCheck() };
  const jobs = createDeployJobs((order) => runDeployment(parts, order), org.now);
  return new Hono<ApiEnv>()
    .route('/', soapRoutes({ org, sessions, usage, jobs, retrievals: createRetrieveJobs(org) }))
    .route('/', restDeployRoutes({ jobs }));
}

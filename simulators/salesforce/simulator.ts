import { dirname } from 'node:path';
import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { apiRoutes } from './api/api-routes.ts';
import { createIngestJobs } from './api/bulk/ingest-jobs.ts';
import { controlRoutes, type DeployResult } from './api/control/control-routes.ts';
import { createFaults } from './api/control/faults.ts';
import { createRequestLog } from './api/control/request-log.ts';
import { createPackageStore } from './api/metadata/package-store.ts';
import type { ConnectedApp } from './api/oauth/connected-apps.ts';
import { createExternalClientApps } from './api/oauth/external-client-apps.ts';
import { bearerToken, findSessionUser } from './api/require-session.ts';
import type { Sessions } from './api/sessions.ts';
import { createUsage } from './api/usage.ts';
import type { Clock } from './clock/clock.ts';
import { clockRoutes } from './clock/clock-routes.ts';
import { flowControlRoutes } from './flows/flow-control-routes.ts';
import { listRoutes } from './lists/list-routes.ts';
import { reportRoutes } from './reports/report-routes.ts';
import { screenFlowRoutes } from './flows/screens/screen-flow-routes.ts';
import { convertLeadRoute } from './database/lead-conversion/convert-lead-route.ts';
import { componentsOf } from './metadata/schema.ts';
import type { RunningUser } from './model.ts';
import type { NotificationList } from './notifications/notification-list.ts';
import { notificationRoutes } from './notifications/notification-routes.ts';
import type { SimulatedOrg } from './org.ts';
import { outboundControlRoutes } from './outbound/outbound-control-routes.ts';
import { outboundSetupRoutes } from './outbound/outbound-setup-routes.ts';
import type { OutboundSender } from './outbound/outbound-sender.ts';
import { pageRoutes } from './pages/page-routes.ts';
import type { OrgAutomation } from './wiring/automation.ts';
import { deploySource, type DeployOrder } from './wiring/deploy-source.ts';
import { createOrgParts, type OrgPartsOptions } from './wiring/org-parts.ts';
import { resetOrg } from './wiring/reset-org.ts';
import { setupTables } from './wiring/setup-tables.ts';

/** How an org is set up, and who may log in to it by an app. */
export interface SimulatorOptions extends OrgPartsOptions {
  apps?: ConnectedApp[];
}

/** A simulated org with all its doors; `app.fetch` answers requests. */
export interface SalesforceSimulator {
  app: Hono;
  org: SimulatedOrg;
  clock: Clock;
  sessions: Sessions;
  outbound: OutboundSender;
  automation: OrgAutomation;
  notifications: NotificationList;
  deploy(order: DeployOrder): DeployResult;
  /** Tells the org its own address, once it is known. */
  servedAt(url: string): void;
  /** Resolves when everything that runs after commits has run. */
  settled(): Promise<void>;
  /** Rows, sessions, faults, counts, queues and logs back to the start; what is deployed stays. */
  reset(): void;
  /** Stops everything the org does on its own. */
  stop(): void;
}

const SCHEDULE_CHECK_MS = 1000;

/** An empty org: standard objects and built-in users; the package is deployed into it afterwards. */
export function createSalesforceSimulator(options: SimulatorOptions = {}): SalesforceSimulator {
  const parts = createOrgParts(options);
  const { org, clock, sessions, outbound, automation } = parts;
  const packageStore = createPackageStore();
  const clientApps = createExternalClientApps(org);
  const control = { usage: createUsage(parts.org.now), faults: createFaults(), log: createRequestLog() };
  const ingestJobs = createIngestJobs(org);
  const runDue = () => automation.engine().runDue(clock.now());
  const schedule = setInterval(runDue, SCHEDULE_CHECK_MS).unref();
  const deploy = (order: DeployOrder) => deploySource(org, order);
  const reset = () => resetOrg({ ...parts, ...control, ingestJobs });
  const failures = () => [
    ...automation.failures,
    ...org.database.afterCommit.failures().map((message) => ({ message })),
  ];
  const userOf = (c: Context) => findSessionUser(parts, bearerToken(c) ?? getCookie(c, 'sid'))?.user;
  const signIn = (c: Context, user: RunningUser) =>
    setCookie(c, 'sid', sessions.create(user).id, { httpOnly: true, path: '/', sameSite: 'Lax' });

  const app = new Hono({ getPath: pathWithoutDoubleSlashes })
    .route('/__control/outbound', outboundControlRoutes(outbound))
    .route('/__control/flows', flowControlRoutes(automation))
    .route('/__control/clock', clockRoutes({ clock, pending: () => automation.engine().pending(), runDue }))
    .route('/__control', controlRoutes({ ...parts, ...control, deploy, reset, failures, clientApps }))
    .route(
      '/',
      apiRoutes({
        ...parts,
        ...control,
        packageStore,
        ingestJobs,
        apps: () => [...(options.apps ?? []), ...clientApps.list()],
        userOf,
      }),
    )
    .route('/', outboundSetupRoutes({ outbound, isAdmin: (c) => userOf(c)?.isAdmin === true }))
    .route('/', notificationRoutes({ ...parts, userOf }))
    .route('/', convertLeadRoute({ convertLeadAs: org.convertLeadAs, userOf }))
    .route('/', reportRoutes({ org, userOf }))
    .route('/', listRoutes({ org, userOf }))
    .route('/', screenFlowRoutes({ screens: () => automation.engine().screens, userOf }))
    .route(
      '/',
      pageRoutes({
        org,
        userOf,
        signIn,
        mayRunReports: (user) => org.hasUserPermission(user, 'RunReports'),
        lwcDirectories: () => lwcDirectories(org),
        setupTables: () => setupTables(parts),
      }),
    );

  return {
    ...parts,
    app,
    deploy,
    reset,
    settled: org.database.afterCommit.settled,
    stop() {
      clearInterval(schedule);
      outbound.close();
      packageStore.remove();
    },
  };
}

/** The sf CLI puts two slashes after the host. */
function pathWithoutDoubleSlashes(request: Request): string {
  return new URL(request.url).pathname.replace(/\/{2,}/g, '/');
}

function lwcDirectories(org: SimulatedOrg): string[] {
  const bundles = componentsOf(org.schema(), 'LightningComponentBundle');
  return [...new Set(bundles.map(({ path }) => dirname(dirname(path))))];
}

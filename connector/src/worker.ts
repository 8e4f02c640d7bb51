import { createCheckr } from './checkr/checkr.ts';
import { createCheckrHttp } from './checkr/http.ts';
import { loadConfig } from './config.ts';
import type { ConnectionConfig } from './connection-config.ts';
import { createLogger } from './process/logger.ts';
import { onShutdown } from './process/shutdown.ts';
import type { JobHandlers } from './queue/jobs.ts';
import { createJobWorker } from './queue/job-worker.ts';
import { createPublisher } from './queue/publisher.ts';
import { createRedis, KEY_PREFIX } from './queue/redis.ts';
import { createCheckRecords } from './salesforce/check-records.ts';
import { createOrg } from './salesforce/org.ts';
import { createOrgSession } from './salesforce/org-session.ts';
import { createPackageRecords } from './salesforce/package-records.ts';
import { startHeartbeat } from './store/heartbeat.ts';
import { createRecordLock } from './store/record-lock.ts';
import { applyEvent } from './use-cases/apply-event.ts';
import { carryOutAction } from './use-cases/carry-out-action.ts';
import { syncPackages } from './use-cases/sync-packages.ts';

const config = loadConfig(process.env);
const log = createLogger('worker', config.logLevel);
const onRedisError = (error: Error) => log.error({ error: error.name }, 'redis error');
const redis = createRedis({ url: config.redisUrl, whenAway: 'wait', onError: onRedisError });
const publisher = createPublisher({
  redis,
  connections: config.connections.map(({ profile }) => profile.name),
  onError: onRedisError,
});
const lock = createRecordLock(redis, KEY_PREFIX);

const workers = config.connections.map((connection) =>
  createJobWorker({
    connection: connection.profile.name,
    redis,
    handlers: handlersOf(connection),
    log,
    concurrency: config.workerConcurrency,
  }),
);
const stopHeartbeat = startHeartbeat(redis, KEY_PREFIX);
await Promise.all(workers.map((worker) => worker.waitUntilReady()));
await publisher.publish(
  config.connections.map(({ profile }) => ({
    connection: profile.name,
    name: 'sync-packages',
    payload: {},
    id: `sync-packages-at-start-${Date.now()}`,
  })),
);
log.info({ connections: config.connections.map(({ profile }) => profile.name) }, 'working');

onShutdown(log, [
  async () => stopHeartbeat(),
  () => Promise.all(workers.map((worker) => worker.close())),
  () => publisher.close(),
  async () => redis.disconnect(),
]);

/** Everything one connection's jobs need, built once. */
function handlersOf({
  profile,
  salesforce,
  checkrUrl,
  checkrApiKeys,
  checkrDashboardUrl,
}: ConnectionConfig): JobHandlers {
  const session = createOrgSession(salesforce);
  const records = createCheckRecords({ session, readsDirectAnswers: profile.ordering === 'report' });
  const http = createCheckrHttp({ baseUrl: checkrUrl, apiKey: checkrApiKeys[0] });
  const checkr = createCheckr({ http, dashboardUrl: checkrDashboardUrl });
  const deps = {
    connection: profile,
    checkr,
    records,
    lock,
    org: createOrg(session),
    packages: createPackageRecords(session),
    now: Date.now,
  };
  return {
    'carry-out-action': async (payload, jobLog) =>
      jobLog.info({ ...payload, became: await carryOutAction(deps, payload) }, 'action'),
    'apply-event': async (payload, jobLog) =>
      jobLog.info({ ...payload, became: await applyEvent(deps, payload) }, 'event'),
    'sync-packages': () => syncPackages(deps),
  };
}

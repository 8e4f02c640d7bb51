import { loadConfig } from './config.ts';
import { createConnectionJobs } from './connection-jobs.ts';
import { createMetrics } from './metrics/create-metrics.ts';
import { createLogger } from './process/logger.ts';
import { SAID_EVERY_MS, seldom } from './process/seldom.ts';
import { onShutdown } from './process/shutdown.ts';
import { createJobWorker } from './queue/job-worker.ts';
import { createPublisher } from './queue/publisher.ts';
import { createRedis, KEY_PREFIX } from './queue/redis.ts';
import { startRegularJobs } from './queue/regular-jobs.ts';
import { keepConnectionsToSalesforce } from './salesforce/keep-alive.ts';
import { startHeartbeat } from './store/heartbeat.ts';
import { shareMetrics } from './store/metrics-board.ts';

const config = loadConfig(process.env);
const log = createLogger({ name: 'worker', level: config.logLevel });
const onError = seldom(SAID_EVERY_MS, ({ name }: Error, heldBack) =>
  log.error({ error: name, heldBack }, 'redis error'),
);
keepConnectionsToSalesforce();
const redis = createRedis({ ...{ url: config.redisUrl, isOnHeroku: config.dyno !== null }, whenAway: 'wait', onError });
const connections = config.connections.map(({ profile }) => profile.name);
const publisher = createPublisher({ redis, connections, onError });

const processName = config.dyno ?? `worker-${process.pid}`;
const metrics = createMetrics(processName);

const workers = config.connections.map((connection) =>
  createJobWorker({
    connection: connection.profile.name,
    redis,
    handlers: createConnectionJobs({ connection, config, redis, publisher, watch: metrics }),
    log,
    concurrency: config.workerConcurrency,
    lockMs: config.workerLockMs,
    longestPauseMs: config.longestPauseMs,
    onError,
    observe: metrics.jobSeen,
  }),
);
await Promise.all(workers.map((worker) => worker.waitUntilReady()));
const stopHeartbeat = startHeartbeat(redis, KEY_PREFIX);
const stopSharing = shareMetrics(redis, { keyPrefix: KEY_PREFIX, processName, snapshot: metrics.snapshot });
const stopRegularJobs = startRegularJobs({
  publisher,
  connections,
  reconcileEveryMs: config.reconcileEveryMs,
  onError,
});
log.info({ connections }, 'working');

onShutdown(log, [
  async () => stopRegularJobs(),
  async () => stopHeartbeat(),
  async () => stopSharing(),
  () => Promise.all(workers.map((worker) => worker.close())),
  () => publisher.close(),
  async () => redis.disconnect(),
]);

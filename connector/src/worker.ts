import { loadConfig } from './config.ts';
import { createConnectionJobs } from './connection-jobs.ts';
import { createLogger } from './process/logger.ts';
import { onShutdown } from './process/shutdown.ts';
import { createJobWorker } from './queue/job-worker.ts';
import { createPublisher } from './queue/publisher.ts';
import { createRedis, KEY_PREFIX } from './queue/redis.ts';
import { startRegularJobs } from './queue/regular-jobs.ts';
import { keepConnectionsToSalesforce } from './salesforce/keep-alive.ts';
import { startHeartbeat } from './store/heartbeat.ts';

const config = loadConfig(process.env);
const log = createLogger('worker', config.logLevel);
const onError = (error: Error) => log.error({ error: error.name }, 'redis error');
keepConnectionsToSalesforce();
const redis = createRedis({ url: config.redisUrl, whenAway: 'wait', onError });
const connections = config.connections.map(({ profile }) => profile.name);
const publisher = createPublisher({ redis, connections, onError });

const workers = config.connections.map((connection) =>
  createJobWorker({
    connection: connection.profile.name,
    redis,
    handlers: createConnectionJobs({ connection, config, redis, publisher }),
    log,
    concurrency: config.workerConcurrency,
    lockMs: config.workerLockMs,
    longestPauseMs: config.longestPauseMs,
  }),
);
await Promise.all(workers.map((worker) => worker.waitUntilReady()));
const stopHeartbeat = startHeartbeat(redis, KEY_PREFIX);
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
  () => Promise.all(workers.map((worker) => worker.close())),
  () => publisher.close(),
  async () => redis.disconnect(),
]);

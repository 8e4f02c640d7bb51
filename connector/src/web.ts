import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { loadConfig } from './config.ts';
import { createApp } from './http/app.ts';
import { createDoorServer } from './http/door-server.ts';
import { createRequestTrace } from './http/request-trace.ts';
import { loadDoorVendors, loadOptionalDoors } from './optional-doors.ts';
import { createMetrics, type MetricsSnapshot } from './metrics/create-metrics.ts';
import { renderMetrics } from './metrics/render-metrics.ts';
import { createLogger } from './process/logger.ts';
import { SAID_EVERY_MS, seldom } from './process/seldom.ts';
import { onShutdown } from './process/shutdown.ts';
import { createPublisher } from './queue/publisher.ts';
import { createQueueDesk } from './queue/queue-desk.ts';
import { createRedis, KEY_PREFIX, untilReady } from './queue/redis.ts';
import { notReadyReason, workerBeatAgeMs } from './store/heartbeat.ts';
import { watchRedisRoom } from './store/redis-room.ts';
import { readSharedMetrics, shareMetrics } from './store/metrics-board.ts';

/** Longer than the 90 s Heroku's router keeps a connection, so that it never meets one we just closed. */
const KEEP_ALIVE_MS = 95_000;
const REDIS_PATIENCE_MS = 5_000;
/** Senders are machines close by: whoever needs longer for a head or a body is holding a connection open. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };

const config = loadConfig(process.env);
const log = createLogger({ name: 'web', level: config.logLevel, gatheredBytes: 4096 });
const onRedisError = seldom(SAID_EVERY_MS, ({ name }: Error, heldBack) =>
  log.error({ error: name, heldBack }, 'redis error'),
);
const redis = createRedis({
  ...{ url: config.redisUrl, isOnHeroku: config.dyno !== null },
  whenAway: 'fail',
  onError: onRedisError,
});
const room = watchRedisRoom(redis);
const trace = createRequestTrace();
const publisher = trace.tagging(
  createPublisher({
    redis,
    connections: config.connections.map(({ profile }) => profile.name),
    onError: onRedisError,
    hasRoom: room.hasRoom,
  }),
);

const processName = config.dyno ?? `web-${process.pid}`;
const metrics = createMetrics(processName);
const desk = createQueueDesk(
  redis,
  config.connections.map(({ profile }) => profile.name),
);
const stopSharing = shareMetrics(redis, { keyPrefix: KEY_PREFIX, processName, snapshot: metrics.snapshot });

const app = createApp({
  proxyHops: config.proxyHops,
  connections: config.connections.map(({ profile, outboundSecrets, checkrApiKeys }) => ({
    name: profile.name,
    orgId: profile.orgId,
    outboundSecrets,
    checkrApiKeys,
  })),
  vendors: await loadDoorVendors(config),
  optionalDoors: await loadOptionalDoors(config, { redis, publisher, log, queues: desk.queues }),
  publisher,
  requestId: trace.current,
  notReadyReason: () => notReadyReason(redis, KEY_PREFIX),
  log,
  metrics: {
    token: config.metricsToken,
    requestSeen: metrics.requestSeen,
    render: async () =>
      renderMetrics((await readSharedMetrics(redis, KEY_PREFIX)) as MetricsSnapshot[], {
        queues: await desk.facts(),
        workerBeatAgeMs: await workerBeatAgeMs(redis, KEY_PREFIX),
      }),
  },
});

// The first messages after a deploy are not refused for want of a connection; without a Redis the doors open and say so.
await untilReady(redis, REDIS_PATIENCE_MS);

const server = serve(
  {
    fetch: app.fetch,
    createServer: await createDoorServer(trace),
    port: config.port,
    hostname: config.host,
    serverOptions: { keepAliveTimeout: KEEP_ALIVE_MS, ...LIMITS },
  },
  ({ address, port }: AddressInfo) => log.info({ url: `http://${address}:${port}` }, 'listening'),
);

onShutdown(log, [
  () => new Promise((resolve) => server.close(resolve)),
  async () => stopSharing(),
  async () => room.stop(),
  () => desk.close(),
  () => publisher.close(),
  async () => redis.disconnect(),
]);

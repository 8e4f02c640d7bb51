import type { Redis } from 'ioredis';
import { once } from 'node:events';
import { UsageError } from './cli/usage-error.ts';
import type { Workshop } from './cli/workshop.ts';
import { createBench } from './create-bench.ts';
import { loadConfig, type Config } from './config.ts';
import type { ConnectionConfig } from './connection-config.ts';
import { lookUpHost } from './process/look-up-host.ts';
import { probeAddress, readClock } from './process/probe-address.ts';
import { createPublisher } from './queue/publisher.ts';
import { createQueueDesk } from './queue/queue-desk.ts';
import { createRedis, KEY_PREFIX } from './queue/redis.ts';
import { createRedisSurveyor } from './store/redis-surveyor.ts';

const REDIS_DEADLINE_MS = 5_000;

/** The real parts behind the operator's commands. A Redis that is away does not stop it: the doctor has to say so. */
export async function openWorkshop(env: NodeJS.ProcessEnv, names: string[]): Promise<Workshop> {
  const config = loadConfig(env);
  const chosen = chosenConnections(config, names);
  let lastError: Error | null = null;
  const onError = (error: Error): void => void (lastError = error);
  const redis = createRedis({
    ...{ url: config.redisUrl, isOnHeroku: config.dyno !== null },
    whenAway: 'fail',
    onError,
  });
  await orDeadline(redis);
  const desk = createQueueDesk(
    redis,
    chosen.map(({ profile }) => profile.name),
  );
  const publisher = createPublisher({ redis, connections: chosen.map(({ profile }) => profile.name), onError });
  return {
    benches: chosen.map((connection) => createBench({ connection, config, redis, publisher })),
    redis: createRedisSurveyor(redis, { keyPrefix: KEY_PREFIX, lastError: () => lastError }),
    queues: desk,
    hasRedis: redis.status === 'ready',
    publicUrl: config.publicUrl,
    probe: probeAddress,
    readClock,
    lookUpHost,
    now: Date.now,
    async close() {
      if (redis.status === 'ready') await Promise.all([publisher.close(), desk.close()]);
      redis.disconnect();
    },
  };
}

function chosenConnections({ connections }: Config, names: string[]): ConnectionConfig[] {
  const known = connections.map(({ profile }) => profile.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`There is no connection ${unknown.join(', ')}; there are: ${known.join(', ')}.`);
  return names.length === 0 ? connections : connections.filter(({ profile }) => names.includes(profile.name));
}

/** Waits for Redis, but not for ever. */
async function orDeadline(redis: Redis): Promise<void> {
  await once(redis, 'ready', { signal: AbortSignal.timeout(REDIS_DEADLINE_MS) }).catch(() => undefined);
}

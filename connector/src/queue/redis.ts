import { once } from 'node:events';
import { Redis } from 'ioredis';

interface RedisOptions {
  url: string;
  /** A door refuses at once while Redis is away, so that the sender tries again; a worker waits for it. */
  whenAway: 'fail' | 'wait';
  /** Heroku's Redis speaks TLS with a certificate nobody can check; elsewhere one has to be right. */
  isOnHeroku: boolean;
  onError: (error: Error) => void;
}

/** A Redis that hangs keeps its connection: a door must not wait for it until its own sender has gone. */
const DOOR_WAITS_MS = 4000;

/** A Redis client that never ends the process. */
export function createRedis({ url, whenAway, isOnHeroku, onError }: RedisOptions): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: whenAway === 'wait' ? null : 1,
    enableOfflineQueue: whenAway === 'wait',
    ...(whenAway === 'fail' ? { socketTimeout: DOOR_WAITS_MS } : {}),
    ...(url.startsWith('rediss:') ? { tls: { rejectUnauthorized: !isOnHeroku } } : {}),
  });
  redis.on('error', onError);
  return redis;
}

/** Resolves when it is connected, or after that time whatever it is. */
export async function untilReady(redis: Redis, patienceMs: number): Promise<void> {
  if (redis.status === 'ready') return;
  await once(redis, 'ready', { signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined);
}

/** Every key we keep starts with this, BullMQ's included. */
export const KEY_PREFIX = 'bgcheck';

/** The queue of a connection: one customer's trouble never slows another's. */
export function queueName(connection: string): string {
  return `connection-${connection}`;
}

import { Redis } from 'ioredis';
import { Problem } from './problem.ts';

/** An empty database of somebody's Redis, ours until `close`. */
export interface ClaimedDatabase {
  url: string;
  /** Empties it as a Redis that lost everything, and keeps it ours: nobody else finds it empty meanwhile. */
  empty(): Promise<void>;
  /** Empties it again, for others to claim. */
  close(): Promise<void>;
}

const CLAIM = 'claimed-for-a-test-run';
const DATABASES = 16;
const ours = String(process.pid);

/**
 * Claims an empty database of a shared Redis, so that runs side by side do not take each other's jobs.
 * @throws Problem when the server does not answer or none of its databases is empty.
 */
export async function claimDatabase(redisUrl: string): Promise<ClaimedDatabase> {
  for (let index = 0; index < DATABASES; index++) {
    const url = new URL(redisUrl);
    url.pathname = `/${index}`;
    if (await onDatabase(url.href, claimIfEmpty)) {
      return {
        url: url.href,
        empty: () =>
          onDatabase(url.href, async (redis) => void (await redis.multi().flushdb().set(CLAIM, ours).exec())),
        close: () => onDatabase(url.href, async (redis) => void (await redis.flushdb())),
      };
    }
  }
  throw new Problem('The Redis at REDIS_URL has no empty database: empty one, or unset REDIS_URL to have our own.');
}

async function claimIfEmpty(redis: Redis): Promise<boolean> {
  return (await redis.dbsize()) === 0 && (await redis.set(CLAIM, ours, 'NX')) === 'OK';
}

async function onDatabase<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await work(redis);
  } catch (error) {
    throw new Problem(`The Redis at REDIS_URL does not serve (${String(error)}): start it, or unset REDIS_URL.`);
  } finally {
    redis.disconnect();
  }
}

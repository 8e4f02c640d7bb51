import { Redis } from 'ioredis';

/** Empties the database of the benchmark's own Redis. */
export async function emptyRedis(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  await redis.flushdb();
  redis.disconnect();
}

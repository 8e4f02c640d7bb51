import { Redis } from 'ioredis';

/** All a Redis holds as text, read key by key in plain: what Redis itself dumps is packed, and would hide what is looked for. */
export async function dump(redisUrl: string): Promise<string> {
  const redis = new Redis(redisUrl);
  const keys = await redis.keys('*');
  const values = await Promise.all(keys.map((key) => plain(redis, key)));
  redis.disconnect();
  return JSON.stringify(keys.map((key, index) => [key, values[index]]));
}

async function plain(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  if (type === 'string') return redis.get(key);
  if (type === 'hash') return redis.hgetall(key);
  if (type === 'list') return redis.lrange(key, 0, -1);
  if (type === 'set') return redis.smembers(key);
  if (type === 'zset') return redis.zrange(key, '0', '-1');
  if (type === 'stream') return redis.xrange(key, '-', '+');
  if (type === 'none') return null;
  throw new Error(`no words for a Redis ${type}`);
}

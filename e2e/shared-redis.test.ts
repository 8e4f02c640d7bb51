import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { claimDatabase } from '../scripts/lib/redis-database.ts';
import { startRedis } from '../scripts/lib/redis.ts';

test('two runs on one Redis get an empty database each, and leave it empty', async () => {
  const server = await startRedis({ fresh: false });
  const [first, second] = [await claimDatabase(server.url), await claimDatabase(server.url)];
  const redis = new Redis(first.url);
  await redis.set('job', 'of the first run');
  await first.close();
  const left = await redis.dbsize();
  redis.disconnect();
  await second.close();
  await server.close();
  expect(first.url).not.toBe(second.url);
  expect(left).toBe(0);
});

test('one that is emptied in the middle of a run is not given to another', async () => {
  const server = await startRedis({ fresh: false });
  const first = await claimDatabase(server.url);
  await first.empty();
  const second = await claimDatabase(server.url);
  await Promise.all([first.close(), second.close()]);
  await server.close();
  expect(second.url).not.toBe(first.url);
});

test('a Redis that is away is named as the problem', async () => {
  await expect(claimDatabase('redis://127.0.0.1:1')).rejects.toThrow(/^The Redis at REDIS_URL does not serve/);
});

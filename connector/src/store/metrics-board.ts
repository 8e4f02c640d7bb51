import type { Redis } from 'ioredis';

const EVERY_MS = 10_000;
/** A process that says nothing for so long is gone, and its numbers with it. */
const KEPT_SECONDS = 60;

const setOf = (keyPrefix: string): string => `${keyPrefix}:metrics`;

interface ShareOptions {
  keyPrefix: string;
  processName: string;
  snapshot(): Promise<unknown>;
}

/** Puts the numbers of this process where the web process finds them. Gives what stops it. */
export function shareMetrics(redis: Redis, { keyPrefix, processName, snapshot }: ShareOptions): () => void {
  const key = `${setOf(keyPrefix)}:${processName}`;
  const share = async (): Promise<void> => {
    await redis.set(key, JSON.stringify(await snapshot()), 'EX', KEPT_SECONDS);
    await redis.zadd(setOf(keyPrefix), String(Date.now()), processName);
  };
  const shareQuietly = (): void => void share().catch(() => undefined);
  shareQuietly();
  const timer = setInterval(shareQuietly, EVERY_MS);
  return () => clearInterval(timer);
}

/** The numbers of every process that is alive. */
export async function readSharedMetrics(redis: Redis, keyPrefix: string): Promise<unknown[]> {
  const set = setOf(keyPrefix);
  await redis.zremrangebyscore(set, '-inf', String(Date.now() - KEPT_SECONDS * 1000));
  const names = await redis.zrange(set, '0', '-1');
  if (names.length === 0) return [];
  const texts = await redis.mget(names.map((name) => `${set}:${name}`));
  return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as unknown]));
}

import type { Redis } from 'ioredis';

const BEAT_MS = 10_000;
const KEPT_SECONDS = 30;

const keyOf = (keyPrefix: string): string => `${keyPrefix}:worker-heartbeat`;

/** Lets the web process know that a worker is alive. Returns what stops it. */
export function startHeartbeat(redis: Redis, keyPrefix: string): () => void {
  const beat = (): void => void redis.set(keyOf(keyPrefix), Date.now(), 'EX', KEPT_SECONDS).catch(() => undefined);
  beat();
  const timer = setInterval(beat, BEAT_MS);
  return () => clearInterval(timer);
}

/** Null when Redis answers and a worker was alive within half a minute, else what is missing. */
export async function notReadyReason(redis: Redis, keyPrefix: string): Promise<string | null> {
  try {
    return (await redis.exists(keyOf(keyPrefix))) ? null : 'no worker is running';
  } catch {
    return 'Redis does not answer';
  }
}

/** How long ago a worker last said that it is alive; null when none did within half a minute. */
export async function workerBeatAgeMs(redis: Redis, keyPrefix: string): Promise<number | null> {
  const beat = await redis.get(keyOf(keyPrefix));
  return beat === null ? null : Math.max(0, Date.now() - Number(beat));
}

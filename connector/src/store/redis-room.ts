import type { Redis } from 'ioredis';
import { memoryOf, readRedisInfo } from './redis-info.ts';

const LOOKED_AT_EVERY_MS = 2000;
/** What is left is the workers': to finish a job takes memory too, and in a full Redis none is ever finished again. */
const SENDERS_SHARE = 0.85;

/** Says whether Redis can take more from the senders. */
export interface RedisRoom {
  hasRoom(): boolean;
  stop(): void;
}

/** Looks every two seconds; while Redis does not answer, what it said last holds. */
export function watchRedisRoom(redis: Redis): RedisRoom {
  let isFull = false;
  const look = async (): Promise<void> => {
    const { usedBytes, maxBytes } = memoryOf(await readRedisInfo(redis));
    isFull = maxBytes !== null && usedBytes > maxBytes * SENDERS_SHARE;
  };
  const lookAgain = (): void => void look().catch(() => undefined);
  lookAgain();
  const timer = setInterval(lookAgain, LOOKED_AT_EVERY_MS);
  return { hasRoom: () => !isFull, stop: () => clearInterval(timer) };
}

import type { Redis } from 'ioredis';

/** A place to go on from, kept in Redis; losing it means to begin again. */
export interface Cursor {
  /** Empty at the beginning. */
  get(): Promise<string>;
  set(place: string): Promise<void>;
}

/** A cursor under a key of its own. */
export function createCursor(redis: Redis, key: string): Cursor {
  return {
    get: async () => (await redis.get(key)) ?? '',
    set: async (place) => void (await redis.set(key, place)),
  };
}

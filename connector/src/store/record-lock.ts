import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { Failure } from '../domain/failure.ts';
import type { RecordLock } from '../domain/ports.ts';
import { createSharedReading } from './shared-reading.ts';

const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

interface RecordLockOptions {
  keyPrefix: string;
  /** Longer than one job takes; a dead worker's lock frees itself. */
  lockMs: number;
}

/** One job at a time per record, over all workers. Losing the lock is harmless: late writes are refused by the org. */
export function createRecordLock(redis: Redis, { keyPrefix, lockMs }: RecordLockOptions): RecordLock {
  const hold: RecordLock['hold'] = async (recordId, work) => {
    const key = `${keyPrefix}:lock:${recordId}`;
    const token = randomUUID();
    if ((await redis.set(key, token, 'PX', lockMs, 'NX')) === null) throw new Failure('busy', 'record-locked');
    try {
      return await work();
    } finally {
      await redis.eval(RELEASE, 1, key, token);
    }
  };
  return { hold, readTogether: createSharedReading(hold) };
}

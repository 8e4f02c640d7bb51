import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimDatabase, type ClaimedDatabase } from '../../scripts/lib/redis-database.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { isFailure } from '../src/domain/failure.ts';
import { createRecordLock } from '../src/store/record-lock.ts';

const LOCK_MS = 500;

let database: ClaimedDatabase;
let redis: Redis;
beforeAll(async () => {
  database = await claimDatabase(process.env['REDIS_URL'] ?? '');
  redis = new Redis(database.url);
});
afterAll(async () => {
  redis.disconnect();
  await database.close();
});

/** Two workers on the same Redis. */
const workers = () => [1, 2].map(() => createRecordLock(redis, { keyPrefix: 'test', lockMs: LOCK_MS }));
const isBusy = (error: unknown) => isFailure(error, 'busy');

test('of many jobs of one record one works at a time, over all workers, and each gets its turn', async () => {
  let inside = 0;
  let most = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await wait(5);
    inside -= 1;
    done += 1;
  };
  const jobs = Array.from({ length: 20 }, (_, index) => workers()[index % 2]!);
  await Promise.all(
    jobs.map((lock) =>
      pollUntil(
        () =>
          lock.hold('record-1', work).then(
            () => true,
            (error: unknown) => !isBusy(error),
          ),
        {
          what: 'the lock',
          ...{ deadlineMs: 10_000, everyMs: 2 },
        },
      ),
    ),
  );
  expect({ most, done }).toEqual({ most: 1, done: 20 });
});

test('jobs of different records do not wait for each other', async () => {
  const [one, other] = workers();
  await one!.hold('record-2', () => other!.hold('record-3', () => Promise.resolve()));
});

test('what a dead worker held is free again after its time, and who comes late does not free another’s', async () => {
  const [dead, next] = workers();
  const late = dead!.hold('record-4', () => wait(3 * LOCK_MS));
  await pollUntil(() => redis.exists('test:lock:record-4'), { what: 'the lock to be held', deadlineMs: 5_000 });
  await expect(next!.hold('record-4', () => Promise.resolve())).rejects.toSatisfy(isBusy);
  const work = async (): Promise<number> => {
    await late;
    return redis.exists('test:lock:record-4');
  };
  const stillHeld = pollUntil(
    () =>
      createRecordLock(redis, { keyPrefix: 'test', lockMs: 60_000 })
        .hold('record-4', work)
        .then(
          (held) => ({ held }),
          () => false as const,
        ),
    {
      what: 'the lock of the dead to end',
      ...{ deadlineMs: 10_000, everyMs: 50 },
    },
  );
  expect(await stillHeld).toEqual({ held: 1 });
});

import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { claimDatabase, type ClaimedDatabase } from '../../scripts/lib/redis-database.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import type { JobRequest } from '../src/queue/jobs.ts';
import { createPublisher } from '../src/queue/publisher.ts';
import { KEY_PREFIX, queueName } from '../src/queue/redis.ts';

let database: ClaimedDatabase;
let redis: Redis;
const open: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  database = await claimDatabase(process.env['REDIS_URL'] ?? '');
  redis = new Redis(database.url, { maxRetriesPerRequest: null });
  await redis.ping();
});
afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));
afterAll(async () => {
  redis.disconnect();
  await database.close();
});

/** Two processes that publish, and one that works off what they do. */
function setup(connection: string, hasRoom?: () => boolean) {
  const options = { redis, connections: [connection], onError: () => undefined, ...(hasRoom ? { hasRoom } : {}) };
  const publishers = [createPublisher(options), createPublisher(options)];
  const done: string[] = [];
  const at = { connection: redis, prefix: KEY_PREFIX };
  const queue = new Queue(queueName(connection), at);
  const worker = new Worker(queue.name, () => Promise.resolve(), at);
  worker.on('completed', ({ id }) => done.push(String(id)));
  open.push(...publishers, worker, queue);
  const untilDone = (ids: string[]) =>
    pollUntil(() => Promise.resolve(ids.every((id) => done.includes(id))), { what: ids.join(), deadlineMs: 10_000 });
  return { publishers, queue, done, untilDone };
}

const request = (connection: string, id: string, onceInMs?: number): JobRequest => ({
  ...{ connection, name: 'reconcile', payload: {}, id },
  ...(onceInMs === undefined ? {} : { onceInMs }),
});

test('what every worker asks for each minute is done once, and nothing of it stays', async () => {
  const { publishers, queue, done, untilDone } = setup('regular');
  const ask = () => Promise.all(publishers.map((each) => each.publish([request('regular', 'reconcile-a1', 60_000)])));
  await ask();
  await untilDone(['reconcile-a1']);
  await ask();
  await publishers[0]!.publish([request('regular', 'reconcile-a2', 60_000)]);
  await untilDone(['reconcile-a2']);
  expect(done).toEqual(['reconcile-a1', 'reconcile-a2']);
  expect(await queue.getJobCounts()).toMatchObject({ completed: 0, waiting: 0, delayed: 0 });
});

test('what a sender may send again for a day is done once, however long ago it was done', async () => {
  const { publishers, queue, done, untilDone } = setup('sender');
  await publishers[0]!.publish([request('sender', 'checkr-a')]);
  await untilDone(['checkr-a']);
  await publishers[1]!.publish([request('sender', 'checkr-a')]);
  await publishers[1]!.publish([request('sender', 'checkr-b')]);
  await untilDone(['checkr-b']);
  expect(done).toEqual(['checkr-a', 'checkr-b']);
  expect(await queue.getJobCounts()).toMatchObject({ completed: 2 });
});

test('many published at once are all there, each once', async () => {
  const { publishers, done, untilDone } = setup('many');
  const ids = Array.from({ length: 200 }, (_, index) => `checkr-${index}-x`);
  await Promise.all(ids.map((id, index) => publishers[index % 2]!.publish([request('many', id)])));
  await untilDone(ids);
  expect(new Set(done).size).toBe(done.length);
});

test('a sender is refused while what is left of Redis is the workers', async () => {
  const { publishers, queue } = setup('full', () => false);
  await expect(publishers[0]!.publish([request('full', 'checkr-a')])).rejects.toThrow('redis-full');
  expect(await queue.count()).toBe(0);
});

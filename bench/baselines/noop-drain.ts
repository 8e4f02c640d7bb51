import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

// BullMQ's own pace: works off as many jobs as are told, doing nothing. Prints how long that took. Frozen.
const [jobs, concurrency] = [Number(process.env['JOBS']), Number(process.env['CONCURRENCY'])];
const connection = new Redis(process.env['REDIS_URL'] ?? '', { maxRetriesPerRequest: null });
const queue = new Queue('noop', { connection });
const data = { eventId: 'x'.repeat(24), type: 'report.completed', objectType: 'report', objectId: 'y'.repeat(24) };
for (let start = 0; start < jobs; start += 500) {
  const length = Math.min(500, jobs - start);
  await queue.addBulk(
    Array.from({ length }, (_value, index) => ({ name: 'n', data, opts: { jobId: `j-${start + index}` } })),
  );
}
let done = 0;
const startedAt = performance.now();
const worker = new Worker('noop', () => Promise.resolve(), { connection, concurrency });
worker.on('completed', () => {
  done += 1;
  if (done === jobs) console.log(JSON.stringify({ msg: 'drained', url: String(performance.now() - startedAt) }));
});

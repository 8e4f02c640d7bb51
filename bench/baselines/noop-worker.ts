import { Worker } from 'bullmq';
import { Redis } from 'ioredis';

// (e) A worker on the queue of (c) that does nothing and writes a line a job. Frozen.
const connection = new Redis(process.env['REDIS_URL'] ?? '', { maxRetriesPerRequest: null });
const worker = new Worker('baseline', () => Promise.resolve(), { connection, concurrency: 100 });
worker.on('completed', ({ id }) =>
  console.log(JSON.stringify({ time: Date.now(), jobId: id, outcome: 'done', msg: 'job' })),
);
await worker.waitUntilReady();
console.log(JSON.stringify({ msg: 'listening', url: '' }));

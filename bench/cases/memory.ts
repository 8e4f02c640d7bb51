import { Redis } from 'ioredis';
import { createPublisher } from '../../connector/src/queue/publisher.ts';
import { createRedis } from '../../connector/src/queue/redis.ts';
import { jobId, type JobRequest } from '../../connector/src/queue/jobs.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import type { Figure } from '../lib/figures.ts';
import { residentMegabytes } from '../lib/process-use.ts';
import type { Product } from '../lib/product.ts';
import type { SeededCheck } from '../lib/seed.ts';

const PER_CALL = 500;
const UNDER_WORK_MS = 5000;
/** Heroku's smallest plans. */
const MOST_CONNECTIONS = 15;

/** 6. Memory of both processes, idle and with many jobs waiting; what a job takes in Redis; connections to it. */
export async function memory(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const redis = new Redis(options.redisUrl);
  await product.stopWorkers();
  await product.forget();
  await product.startWorkers(1);
  const idle = residents(product, 'idle');
  const connections = (await infoOf(redis, 'clients', 'connected_clients')) - 1;
  await product.stopWorkers();
  const empty = await infoOf(redis, 'memory', 'used_memory');
  await fillQueue(options, checks);
  const bytes = ((await infoOf(redis, 'memory', 'used_memory')) - empty) / options.waitingJobs;
  await product.startWorkers(1);
  await new Promise((resolve) => setTimeout(resolve, UNDER_WORK_MS));
  const loaded = residents(product, `at work, ${options.waitingJobs} jobs waiting`);
  await product.stopWorkers();
  await redis.flushdb();
  redis.disconnect();
  return [
    ...idle,
    ...loaded,
    { case: '6 memory', what: 'Redis for each waiting job', value: bytes, unit: 'bytes' },
    {
      case: '6 memory',
      what: 'Redis connections, web and one worker',
      value: connections,
      unit: 'connections',
      goal: { atMost: MOST_CONNECTIONS },
    },
  ];
}

function residents({ stack, workers }: Product, when: string): Figure[] {
  const programs = [
    ['web', stack.programs.web.pid],
    ['worker', workers[0]?.pid ?? 0],
  ] as const;
  return programs.map(([name, pid]) => ({
    ...{ case: '6 memory', what: `${name}, ${when}`, value: residentMegabytes(pid), unit: 'MB', goal: { atMost: 200 } },
  }));
}

async function fillQueue({ redisUrl, waitingJobs }: BenchOptions, checks: SeededCheck[]): Promise<void> {
  const onError = (error: Error): void => console.error(error.message);
  const redis = createRedis({ url: redisUrl, isOnHeroku: false, whenAway: 'wait', onError });
  await new Promise((resolve) => redis.once('ready', resolve));
  const publisher = createPublisher({ redis, connections: ['main'], onError });
  for (let start = 0; start < waitingJobs; start += PER_CALL) {
    await publisher.publish(Array.from({ length: PER_CALL }, (_value, index) => waitingJob(start + index, checks)));
  }
  await publisher.close();
  redis.disconnect();
}

function waitingJob(number: number, checks: SeededCheck[]): JobRequest {
  const objectId = checks[number % checks.length]?.reportId ?? '';
  const eventId = `waiting-${String(number).padStart(16, '0')}`;
  const payloadSha256 = 'a'.repeat(64);
  const times = { receivedAt: Date.now(), occurredAt: new Date().toISOString() };
  const payload = { eventId, type: 'report.updated', objectType: 'report', objectId, payloadSha256, ...times } as const;
  return { connection: 'main', name: 'apply-event', payload, id: jobId('checkr', eventId) };
}

async function infoOf(redis: Redis, section: string, key: string): Promise<number> {
  return Number(new RegExp(`${key}:(\\d+)`).exec(await redis.info(section))?.[1]);
}

import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { KEY_PREFIX, queueName } from '../../connector/src/queue/redis.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import type { Figure } from '../lib/figures.ts';
import type { Product } from '../lib/product.ts';
import type { SeededCheck } from '../lib/seed.ts';
import { processorMicroseconds } from '../lib/process-use.ts';
import { drainOnce, queueEvents } from './drain.ts';

/** 7. What an event costs a worker that is warm, when ten and a hundred times as many wait, each for a record of its own. */
export async function growth(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const redis = new Redis(options.redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue(queueName('main'), { connection: redis, prefix: KEY_PREFIX });
  await product.stopWorkers();
  await product.startWorkers(1);
  const costs: number[] = [];
  const counts = [100, 10, 1].map((part) => Math.max(Math.floor(checks.length / part), 1));
  for (const count of [checks.length, ...counts]) {
    const passes = Math.ceil(Math.min(options.growthEvents, checks.length) / count);
    costs.push(await costOf(product, { queue, checks: checks.slice(0, count), passes }));
  }
  await queue.close();
  redis.disconnect();
  // The first only warms up.
  const measured = costs.slice(1);
  const figures = measured.map((value, index): Figure => {
    return { case: '7 growth', what: `an event when ${counts[index] ?? 0} wait`, value, unit: 'µs of processor' };
  });
  const dearer = Math.max(...measured.slice(1)) / (measured[0] ?? Number.NaN);
  return [
    ...figures,
    { case: '7 growth', what: 'the dearer of ×10 and ×100 / ×1', value: dearer, unit: 'ratio', goal: { atMost: 1.2 } },
  ];
}

interface Backlog {
  queue: Queue;
  checks: SeededCheck[];
  passes: number;
}

/** Lets them wait first and then worked off, so often; gives the processor time for each, in microseconds. */
async function costOf(product: Product, { queue, checks, passes }: Backlog): Promise<number> {
  const [worker] = product.workers;
  let spent = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    await queue.pause();
    const sent = await queueEvents(product, checks);
    const before = processorMicroseconds(worker?.pid ?? 0);
    await queue.resume();
    await product.untilDone(sent);
    spent += processorMicroseconds(worker?.pid ?? 0) - before;
  }
  return spent / (passes * checks.length);
}

/** 7. The same work by one and by two workers: nothing done twice, nothing lost. */
export async function scaleOut(product: Product, checks: SeededCheck[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const workers of [1, 2]) {
    await product.forget();
    const { sent, perSecond } = await drainOnce(product, checks, workers);
    const done = product.doneTimes();
    const times = sent.map(({ eventId }) => done.get(eventId)?.length ?? 0);
    const common = { case: '7 scale out' };
    figures.push(
      { ...common, what: `${workers} worker(s)`, value: perSecond, unit: 'events/s' },
      {
        ...common,
        what: `${workers} worker(s), done twice`,
        value: times.filter((count) => count > 1).length,
        unit: 'events',
        goal: { atMost: 0 },
      },
      {
        ...common,
        what: `${workers} worker(s), lost`,
        value: times.filter((count) => count === 0).length,
        unit: 'events',
        goal: { atMost: 0 },
      },
    );
  }
  return figures;
}

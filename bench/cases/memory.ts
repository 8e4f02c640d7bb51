import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { openBacklog } from '../lib/backlog.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import { worstOfRounds, type Figure } from '../lib/figures.ts';
import { residentMegabytes } from '../lib/process-use.ts';
import type { Product } from '../lib/product.ts';
import type { SeededCheck } from '../lib/seed.ts';

const MOST_MEGABYTES = 200;
/** Heroku's smallest plans. */
const MOST_CONNECTIONS = 15;

/** 6. Memory of both processes with many jobs waiting, what a job takes in Redis, connections to it. */
export async function memory(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const { redisUrl, rounds, waitingJobs, workSeconds } = options;
  const redis = new Redis(redisUrl);
  await product.stopWorkers();
  await product.forget();
  await product.startWorkers(1);
  const connections = (await infoOf(redis, 'clients', 'connected_clients')) - 1;
  await product.stopWorkers();
  const empty = await infoOf(redis, 'memory', 'used_memory');
  const backlog = await openBacklog(redisUrl);
  await backlog.add(
    Array.from({ length: waitingJobs }, (_value, index) => checks[index % checks.length] ?? { reportId: '' }),
  );
  await backlog.close();
  const bytes = ((await infoOf(redis, 'memory', 'used_memory')) - empty) / waitingJobs;
  const [web, worker]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await product.startWorkers(1);
    await delay(workSeconds * 1000);
    web.push(residentMegabytes(product.stack.programs.web.pid));
    worker.push(residentMegabytes(product.workers[0]?.pid ?? 0));
    await product.stopWorkers();
  }
  await product.forget();
  redis.disconnect();
  const common = { case: '6 memory' };
  const held = (what: string, megabytes: number[]) =>
    worstOfRounds({ ...common, what: `${what}, ${waitingJobs} jobs waiting`, unit: 'MB' }, megabytes, MOST_MEGABYTES);
  return [
    held('web', web),
    held('worker at work', worker),
    { ...common, what: 'Redis for each waiting job', value: bytes, unit: 'bytes' },
    {
      ...{ ...common, what: 'Redis connections, web and one worker', value: connections, unit: 'connections' },
      goal: { atMost: MOST_CONNECTIONS },
    },
  ];
}

async function infoOf(redis: Redis, section: string, key: string): Promise<number> {
  return Number(new RegExp(`${key}:(\\d+)`).exec(await redis.info(section))?.[1]);
}

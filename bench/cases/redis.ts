import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { openBacklog } from '../lib/backlog.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import type { Figure } from '../lib/figures.ts';
import { webhook } from '../lib/messages.ts';
import type { Product, Sent } from '../lib/product.ts';
import { countRedisCommands, sumOf, type RedisCommands } from '../lib/redis-commands.ts';
import type { SeededCheck } from '../lib/seed.ts';
import { startBaseline } from '../lib/start-logging-to-file.ts';

/** 9. Commands sent to Redis for each webhook and for each job, beside what BullMQ alone takes for them. */
export async function redisCommands(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const { redisUrl, countedJobs } = options;
  const events = checks.slice(0, countedJobs);
  await product.stopWorkers();
  await product.forget();
  await product.startWorkers(1);
  const backlog = await openBacklog(redisUrl);
  await backlog.pause();
  let sent: Sent[] = [];
  const atDoor = await countRedisCommands(redisUrl, async () => {
    sent = await Promise.all(events.map(({ reportId }) => product.send(reportId)));
  });
  const atWork = await countRedisCommands(redisUrl, async () => {
    await backlog.goOn();
    await product.untilDone(sent);
  });
  await backlog.close();
  await product.stopWorkers();
  const bare = await countBare(product, options, events.length);
  await product.forget();
  const figure = (what: string, commands: RedisCommands): Figure => {
    console.log(
      `  ${what}: ${Object.entries(commands)
        .map(([name, count]) => `${count} × ${name}`)
        .join(', ')}`,
    );
    return { case: '9 Redis', what, value: sumOf(commands) / events.length, unit: 'commands' };
  };
  return [
    figure('a webhook at the door', atDoor),
    figure('a webhook at (c)', bare.atDoor),
    figure('a job at the worker', atWork),
    figure('a job at a worker that does nothing (e)', bare.atWork),
  ];
}

async function countBare(product: Product, { redisUrl, logFolder }: BenchOptions, count: number) {
  const key = product.stack.checkr.apiKey;
  const server = await startBaseline('queued-hono', { KEY: key, REDIS_URL: redisUrl }, logFolder);
  const worker = await startBaseline('noop-worker', { REDIS_URL: redisUrl }, logFolder);
  product.done.follow(worker.logFile);
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue('baseline', { connection: redis });
  await queue.pause();
  const sent = Array.from({ length: count }, () => ({ eventId: crypto.randomUUID(), at: Date.now() }));
  const atDoor = await countRedisCommands(redisUrl, () =>
    Promise.all(
      sent.map(({ eventId: id }) =>
        fetch(server.url, { method: 'POST', ...webhook(key, { id, type: 'report.updated', objectId: id }) }),
      ),
    ),
  );
  const atWork = await countRedisCommands(redisUrl, async () => {
    await queue.resume();
    await product.untilDone(sent);
  });
  await Promise.all([queue.close(), server.stop(), worker.stop()]);
  redis.disconnect();
  return { atDoor, atWork };
}

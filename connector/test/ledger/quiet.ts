import { Queue } from 'bullmq';
import { KEY_PREFIX, queueName } from '../../src/queue/redis.ts';
import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import type { Product } from '../harness.ts';

const DEADLINE_MS = 120_000;
const UNFINISHED = ['active', 'waiting', 'delayed', 'prioritized'] as const;

/** Waits until nothing is on its way any more: no webhook, no outbound message, nothing after a commit, no job. */
export async function untilQuiet(product: Product): Promise<void> {
  const queue = new Queue(queueName('main'), {
    connection: { url: product.connectorSettings.redisUrl, maxRetriesPerRequest: null },
    prefix: KEY_PREFIX,
  });
  queue.on('error', () => undefined);
  try {
    await pollUntil(async () => (await busy(product, queue)) === 0, {
      what: 'every message and job to be done with',
      ...{ deadlineMs: DEADLINE_MS, everyMs: 100 },
    });
  } finally {
    await queue.close();
  }
}

async function busy(product: Product, queue: Queue): Promise<number> {
  await product.orgControl('POST', '/settle');
  const { pending } = (await product.orgControl('GET', '/outbound')) as { pending: unknown[] };
  const waiting = await product.checkrControl('GET', '/deliveries?state=waiting');
  const jobs = await queue.getJobCounts(...UNFINISHED);
  const unfinished = Object.values(jobs).reduce((sum, count) => sum + count, 0);
  return pending.length + (waiting['deliveries'] as unknown[]).length + unfinished;
}

import { Queue } from 'bullmq';
import { KEY_PREFIX, queueName } from '../../src/queue/redis.ts';
import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import type { Product } from '../harness.ts';
import { readAtCheckr } from '../ledger/accounts.ts';
import type { Fault } from './fault.ts';

const KEPT = { removeOnComplete: { age: 3600 }, removeOnFail: true };

/** Jobs no worker of this deploy can read: a name of a newer one, and a payload of a newer one. */
const FOREIGN = [
  { name: 'fly-to-the-moon', data: { rocket: 'x' }, opts: { jobId: 'foreign-name', ...KEPT } },
  { name: 'carry-out-action', data: { record: 'x' }, opts: { jobId: 'foreign-payload', ...KEPT } },
];

async function withQueue<T>({ connectorSettings }: Product, work: (queue: Queue) => Promise<T>): Promise<T> {
  const connection = { url: connectorSettings.redisUrl, maxRetriesPerRequest: null };
  const queue = new Queue(queueName('main'), { connection, prefix: KEY_PREFIX });
  return work(queue).finally(() => queue.close());
}

/** What waits in a queue that two deploys work from. */
export const deployFaults: Fault[] = [
  {
    name: 'jobs of another deploy are in the queue',
    part: 'deploys',
    make: ({ product }) => withQueue(product, async (queue) => void (await queue.addBulk(FOREIGN))),
    mend: ({ product }) =>
      withQueue(product, async (queue) => {
        for (const { opts } of FOREIGN) {
          // Put off, not lost: the deploy that knows them will find them.
          await pollUntil(async () => (await queue.getJobState(opts.jobId)) === 'delayed', {
            what: `${opts.jobId} to be put off`,
            deadlineMs: 20_000,
          });
          await (await queue.getJob(opts.jobId))?.remove();
        }
      }),
  },
  {
    name: 'events wait in the shape of an older deploy',
    part: 'deploys',
    make: async ({ product }) => void (await product.checkrControl('POST', '/webhooks', { mode: 'drop' })),
    async mend({ product }, { results }) {
      const reports = await Promise.all(results.map(({ candidateId }) => completeReport(product, candidateId)));
      await product.checkrControl('POST', '/webhooks', { mode: 'normal' });
      await withQueue(product, (queue) =>
        queue.addBulk(
          reports.map((objectId) => ({
            name: 'apply-event',
            data: { eventId: `old-${objectId}`, type: 'report.completed', objectType: 'report', objectId },
            opts: { jobId: `checkr-old-${objectId}`, attempts: 3, ...KEPT },
          })),
        ),
      );
    },
  },
];

function completeReport(product: Product, candidateId: string): Promise<string> {
  const completed = async (): Promise<string | undefined> => {
    const { report_ids } = (await readAtCheckr(product, `/candidates/${candidateId}`)) as { report_ids: string[] };
    const [id] = report_ids;
    const { status } = (id ? await readAtCheckr(product, `/reports/${id}`) : {}) as { status?: string };
    return status === 'complete' ? id : undefined;
  };
  return pollUntil(completed, { what: `the report of ${candidateId} to be complete`, deadlineMs: 90_000 });
}

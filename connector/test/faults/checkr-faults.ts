import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import type { Fault } from './fault.ts';
import { EAGER, type FaultWorld } from './world.ts';

const FOR_EVER = 1_000_000;

function checkr(name: string, way: Record<string, unknown> & { match: string; times: number }): Fault {
  return {
    name: `Checkr ${name}`,
    part: 'checkr',
    make: async ({ product }) => void (await product.checkrControl('POST', '/faults', way)),
    async mend({ product }) {
      const left = async (): Promise<{ times: number }[]> =>
        (await product.checkrControl('GET', '/faults'))['faults'] as { times: number }[];
      await pollUntil(async () => (await left()).every(({ times }) => times < way.times), {
        what: 'the fault to strike',
        deadlineMs: 90_000,
      });
      if (way.times === FOR_EVER) await product.checkrControl('DELETE', '/faults');
    },
  };
}

const deliveries = (name: string, mode: string): Fault => ({
  name: `Checkr ${name}`,
  part: 'checkr',
  make: async ({ product }) => void (await product.checkrControl('POST', '/webhooks', { mode })),
  mend: async () => undefined,
});

/** What can happen at Checkr. */
export const checkrFaults: Fault[] = [
  checkr('is down', { match: '* *', times: FOR_EVER, status: 'reset' }),
  checkr('is slow', { match: '* *', times: 15, delayMs: 1500 }),
  checkr('answers 429 and says when to come back', {
    ...{ match: '* *', times: 5, status: 429, headers: { 'retry-after': '2' } },
  }),
  checkr('answers 502 in HTML', { match: '* *', times: 10, status: 502, body: '<html>Bad gateway</html>' }),
  checkr('resets the connection after it took the order', { match: 'POST *', times: 5, status: 'reset-after-commit' }),
  {
    ...checkr('takes the order and never answers', { match: 'POST *', times: 2, status: 'timeout-after-commit' }),
    isLong: true,
  },
  { ...deliveries('sends every webhook twice', 'twice'), mend: normal },
  { ...deliveries('sends webhooks in any order', 'shuffle'), mend: normal },
  {
    ...deliveries('sends no webhook', 'drop'),
    async mend(world, { results }) {
      await untilDropped(world, results.length);
      await normal(world);
      await world.startWorker(EAGER);
    },
  },
];

async function normal({ product }: FaultWorld): Promise<void> {
  await product.checkrControl('POST', '/webhooks', { mode: 'normal' });
}

/** Only when the reports are complete is nothing sent any more that could be lost. */
async function untilDropped({ product }: FaultWorld, count: number): Promise<void> {
  await pollUntil(
    async () => {
      const dropped = await product.checkrControl('GET', '/deliveries?type=report.completed&state=dropped');
      return (dropped['deliveries'] as unknown[]).length >= count;
    },
    { what: 'the reports to be complete', deadlineMs: 90_000 },
  );
}

import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import type { Row } from '../../../scripts/lib/org-session.ts';
import type { Product } from '../harness.ts';
import { untilQuiet } from '../ledger/quiet.ts';
import type { Fault } from './fault.ts';

const HOOK = new URL('./clock-hook.ts', import.meta.url).href;
const shifted = (minutes: number): Record<string, string> => ({
  ...{ NODE_OPTIONS: `--import ${HOOK}`, CLOCK_SHIFT_MS: String(minutes * 60_000) },
});

/** One worker with a wrong clock, then one with another: what the second hears of a result is newer, and must count. */
function clocks(name: string, [first, second]: [number, number]): Fault {
  return {
    name,
    part: 'clocks',
    results: { status: 'Review Required', cleared: false },
    async make(world) {
      await world.stopWorkers();
      await world.startWorker(shifted(first));
    },
    async mend(world, { results }) {
      const completed = await Promise.all(results.map(({ id }) => untilCompleted(world.product, id)));
      // What the first puts off is due by its clock: it would only come later, by as much as the clocks differ.
      if (second < first) await untilQuiet(world.product);
      await world.stopWorkers();
      await world.startWorker(shifted(second));
      for (const check of completed) {
        const path = `/reports/${String(check['Checkr_Report_Id__c'])}/moves`;
        await world.product.checkrControl('POST', path, { move: 'revise', result: 'consider' });
      }
    },
  };
}

const untilCompleted = (product: Product, id: string): Promise<Row> =>
  pollUntil(async () => [await product.check(id)].find((check) => check['Status__c'] === 'Completed'), {
    what: 'the first result',
    deadlineMs: 90_000,
  });

/** What clocks can do. */
export const clockFaults: Fault[] = [
  clocks('the clock of the worker falls back by two minutes', [0, -2]),
  // What the first puts off waits until the clock of the second gets there.
  {
    ...clocks('a worker whose clock was a minute ahead is followed by one whose clock is right', [1, 0]),
    isLong: true,
  },
];

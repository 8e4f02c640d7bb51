import { openBacklog } from '../lib/backlog.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import { median, ofRounds, type Figure } from '../lib/figures.ts';
import type { Product } from '../lib/product.ts';
import { seedChecks, seedRecords, type SeededCheck } from '../lib/seed.ts';
import { drainOnce, type Drained } from './drain.ts';

/**
 * Fills the org, and 7: what the same events cost when it holds 1, 10 and 100 times as many checks. Records only grow,
 * so the rounds follow each other at each count. Gives the checks that have reports at Checkr.
 */
export async function records(
  product: Product,
  options: BenchOptions,
): Promise<{ checks: SeededCheck[]; figures: Figure[] }> {
  const { recordCounts, growthEvents, rounds, checks: wanted } = options;
  const backlog = await openBacklog(options.redisUrl);
  const checks: SeededCheck[] = [];
  let held = 0;
  const results: Drained[][] = [];
  for (const count of recordCounts) {
    const reports = Math.min(count, wanted) - checks.length;
    checks.push(...(await seedChecks(product, reports)));
    await seedRecords(product, count - held - reports);
    held = count;
    const events = () => drainOnce(product, backlog, checks.slice(0, growthEvents));
    // The first only warms up.
    if (results.length === 0) await events();
    const drained: Drained[] = [];
    for (let round = 0; round < rounds; round += 1) drained.push(await events());
    results.push(drained);
  }
  await backlog.close();
  await product.forget();
  return { checks, figures: figuresOf(recordCounts, results) };
}

function figuresOf(counts: number[], results: Drained[][]): Figure[] {
  const common = { case: '7 growth', unit: 'µs of processor' };
  const ours = results.map((rounds) => rounds.map(({ microseconds }) => microseconds));
  const theirs = results.map((rounds) => rounds.map(({ orgMicroseconds }) => orgMicroseconds));
  const [one = Number.NaN, ...more] = ours.map(median);
  return [
    ...counts.flatMap((count, index) => [
      ofRounds({ ...common, what: `an event when the org holds ${count} checks` }, ours[index] ?? []),
      ofRounds({ ...common, what: `the simulated org for it, ${count} checks` }, theirs[index] ?? []),
    ]),
    {
      ...{ case: '7 growth', what: 'records: the dearer of ×10 and ×100 / ×1', unit: 'ratio' },
      ...{ value: Math.max(...more) / one, goal: { atMost: 1.2 } },
    },
  ];
}

import type { BenchOptions } from '../lib/bench-options.ts';
import type { Figure } from '../lib/figures.ts';
import type { Product } from '../lib/product.ts';
import type { SeededCheck } from '../lib/seed.ts';
import { drainOnce } from './drain.ts';

/** 7. What an event costs the worker when ten and a hundred times as many wait or stand in the org. */
export async function growth(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const { growthEvents: most } = options;
  const figures: Figure[] = [];
  const base = Math.max(Math.floor(most / 100), 4);
  const costs: number[] = [];
  for (const [factor, count] of [1, 10, 100].map((times) => [times, Math.min(base * times, checks.length)] as const)) {
    await product.forget();
    // The first starts of a worker cost the same whatever the number: enough rounds make up for the small ones.
    const { microseconds } = await drainOnce(product, repeated(checks, count, most), 1);
    costs.push(microseconds);
    figures.push({
      case: '7 growth',
      what: `an event among ${count} records, ×${factor}`,
      value: microseconds,
      unit: 'µs of processor',
    });
  }
  const flat = Math.max(...costs) / Math.min(...costs);
  return [
    ...figures,
    { case: '7 growth', what: 'dearest / cheapest', value: flat, unit: 'ratio', goal: { atMost: 1.2 } },
  ];
}

function repeated(checks: SeededCheck[], different: number, count: number): SeededCheck[] {
  return Array.from({ length: count }, (_value, index) => checks[index % different]).filter(
    (check) => check !== undefined,
  );
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

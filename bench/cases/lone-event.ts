import type { BenchOptions } from '../lib/bench-options.ts';
import { median, percentile, type Figure } from '../lib/figures.ts';
import type { Product } from '../lib/product.ts';
import type { SeededCheck } from '../lib/seed.ts';

interface OrgRequest {
  at: string;
  durationMs: number;
}

/** 5. One event at a time: webhook in to record written, less what the simulators took to answer. */
export async function loneEvent(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const took: number[] = [];
  for (let round = 0; round < options.loneEvents; round += 1) {
    const check = checks[round % checks.length];
    if (!check) break;
    await product.checkrControl('DELETE', '/requests');
    const sent = await product.send(check.reportId);
    await product.untilDone([sent]);
    const doneAt = product.doneTimes().get(sent.eventId)?.[0] ?? Number.NaN;
    took.push(doneAt - sent.at - (await simulatorsTook(product, sent.at)));
  }
  const common = { case: '5 lone event' };
  return [
    {
      ...common,
      what: 'webhook in to record written, median',
      value: median(took),
      unit: 'ms',
      rounds: took,
      goal: { atMost: 25 },
    },
    { ...common, what: '95 of 100 within', value: percentile(took, 95), unit: 'ms' },
  ];
}

async function simulatorsTook({ checkrControl, orgControl }: Product, since: number): Promise<number> {
  const checkr = (await checkrControl('GET', '/requests'))['requests'] as { duration_ms: number }[];
  const org = ((await orgControl('GET', '/requests')) as OrgRequest[]).filter(({ at }) => Date.parse(at) >= since);
  const sum = (all: number[]) => all.reduce((total, each) => total + each, 0);
  return sum(checkr.map(({ duration_ms }) => duration_ms)) + sum(org.map(({ durationMs }) => durationMs));
}

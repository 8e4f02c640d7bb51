import { setTimeout as delay } from 'node:timers/promises';
import type { BenchOptions } from '../lib/bench-options.ts';
import { countCalls, total } from '../lib/count-calls.ts';
import { percentile, type Figure } from '../lib/figures.ts';
import type { Product, Sent } from '../lib/product.ts';
import type { SeededCheck } from '../lib/seed.ts';

const STEP_MS = 100;

/** 3. Many checks arriving over a while, at two workers: Salesforce calls for each, and how long each takes. */
export async function volume(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const { checks: count, arrivalSeconds } = options;
  await product.startWorkers(2 - product.workers.length);
  let sent: Sent[] = [];
  const calls = await countCalls(product, async () => {
    sent = await arrive(product, checks.slice(0, count), arrivalSeconds);
    await product.untilDone(sent);
  });
  const done = product.doneTimes();
  const took = sent.map(({ eventId, at }) => (done.get(eventId)?.[0] ?? Number.NaN) - at);
  const common = { case: '3 calls' };
  return [
    {
      ...common,
      what: `Salesforce calls a delivery, ${count} in ${arrivalSeconds} s`,
      value: total(calls.org) / sent.length,
      unit: 'calls',
      goal: { atMost: 0.05 },
    },
    { ...common, what: 'Checkr calls a delivery', value: total(calls.checkr) / sent.length, unit: 'calls' },
    {
      ...common,
      what: 'delivery to record written, 95 of 100 within',
      value: percentile(took, 95) / 1000,
      unit: 's',
      goal: { atMost: 5 },
    },
    { ...common, what: 'delivery to record written, half within', value: percentile(took, 50) / 1000, unit: 's' },
  ];
}

/** Evenly spread over the time. */
async function arrive(product: Product, checks: SeededCheck[], seconds: number): Promise<Sent[]> {
  const startedAt = performance.now();
  const sending: Promise<Sent>[] = [];
  while (sending.length < checks.length) {
    const due = Math.ceil((checks.length * (performance.now() - startedAt + STEP_MS)) / (seconds * 1000));
    for (const { reportId } of checks.slice(sending.length, due)) sending.push(product.send(reportId));
    await delay(STEP_MS);
  }
  return Promise.all(sending);
}

import { setTimeout as delay } from 'node:timers/promises';
import type { BenchOptions } from '../lib/bench-options.ts';
import { countCalls, total } from '../lib/count-calls.ts';
import { ofRounds, percentile, type Figure } from '../lib/figures.ts';
import type { Product, Sent } from '../lib/product.ts';
import type { SeededCheck } from '../lib/seed.ts';

const STEP_MS = 100;
/** The ten minutes that are shortened. */
const REAL_SECONDS = 600;

type SideCalls = Awaited<ReturnType<typeof countCalls>>;

/** What a stretch of arrivals took. */
interface Stretch {
  calls: SideCalls;
  sent: Sent[];
}

/**
 * 3. Many checks arriving over a while, at two workers: Salesforce calls for each, and how long each takes; in stretches
 * that follow each other without a rest, then for a moment at the pace that while would really have.
 */
export async function volume(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const { checks: count, arrivalSeconds, rounds, unhurriedSeconds } = options;
  await product.startWorkers(2 - product.workers.length);
  const stretches: Stretch[] = [];
  const each = Math.floor(count / rounds);
  for (let start = 0; start + each <= count; start += each)
    stretches.push(await arriving(product, checks.slice(start, start + each), arrivalSeconds / rounds));
  const rest = await countCalls(product, () => product.untilDone(stretches.flatMap(({ sent }) => sent)));
  const slowly = Math.max(Math.round((count * unhurriedSeconds) / REAL_SECONDS), 1);
  const unhurried = await arriving(product, checks.slice(0, slowly), unhurriedSeconds);
  const tail = await countCalls(product, () => product.untilDone(unhurried.sent));
  return figuresOf(product, { stretches, rest, unhurried, tail, options });
}

async function arriving(product: Product, checks: SeededCheck[], seconds: number): Promise<Stretch> {
  let sent: Sent[] = [];
  const calls = await countCalls(product, async () => {
    sent = await arrive(product, checks, seconds);
  });
  return { calls, sent };
}

interface Measured {
  stretches: Stretch[];
  /** What was done after the last of them had arrived. */
  rest: SideCalls;
  unhurried: Stretch;
  tail: SideCalls;
  options: BenchOptions;
}

function figuresOf(product: Product, { stretches, rest, unhurried, tail, options }: Measured): Figure[] {
  const times = product.done.times();
  const secondsOf = (sent: Sent[], percent: number) =>
    percentile(
      sent.map(({ eventId, at }) => (times.get(eventId)?.[0] ?? Number.NaN) - at),
      percent,
    ) / 1000;
  const all = stretches.flatMap(({ sent }) => sent);
  const each = (valueOf: (stretch: Stretch) => number) => stretches.map(valueOf);
  const common = { case: '3 calls' };
  const arrived = `${all.length} in ${options.arrivalSeconds} s`;
  const calls = (side: keyof SideCalls) => ({
    unit: 'calls',
    value: stretches.reduce((sum, stretch) => sum + total(stretch.calls[side]), total(rest[side])) / all.length,
    rounds: each((stretch) => total(stretch.calls[side]) / stretch.sent.length),
  });
  return [
    { ...common, what: `Salesforce calls a delivery, ${arrived}`, ...calls('org'), goal: { atMost: 0.05 } },
    { ...common, what: 'Checkr calls a delivery', ...calls('checkr') },
    {
      ...{ ...common, what: 'delivery to record written, 95 of 100 within', unit: 's', goal: { atMost: 5 } },
      ...{ value: secondsOf(all, 95), rounds: each(({ sent }) => secondsOf(sent, 95)) },
    },
    ofRounds(
      { ...common, what: 'delivery to record written, half within', unit: 's' },
      each(({ sent }) => secondsOf(sent, 50)),
    ),
    {
      ...{ ...common, what: `Salesforce calls a delivery at the pace of ten minutes`, unit: 'calls' },
      value: (total(unhurried.calls.org) + total(tail.org)) / unhurried.sent.length,
    },
    { ...common, what: '95 of 100 within, at that pace', value: secondsOf(unhurried.sent, 95), unit: 's' },
  ];
}

/** Evenly spread over the time. */
async function arrive(product: Product, checks: SeededCheck[], seconds: number): Promise<Sent[]> {
  const startedAt = performance.now();
  const sending: Promise<Sent>[] = [];
  while (performance.now() - startedAt < seconds * 1000) {
    const due = Math.ceil((checks.length * (performance.now() - startedAt + STEP_MS)) / (seconds * 1000));
    for (const { reportId } of checks.slice(sending.length, due)) sending.push(product.send(reportId));
    await delay(STEP_MS);
  }
  return Promise.all([...sending, ...checks.slice(sending.length).map(({ reportId }) => product.send(reportId))]);
}

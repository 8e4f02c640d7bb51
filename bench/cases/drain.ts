import { openBacklog, type Backlog } from '../lib/backlog.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import { median, ofRounds, worstOfRounds, type Figure } from '../lib/figures.ts';
import { bareDrain } from '../lib/bare-drain.ts';
import type { Product, Sent } from '../lib/product.ts';
import { processorMicroseconds } from '../lib/process-use.ts';
import type { SeededCheck } from '../lib/seed.ts';
import { wrongRecords } from '../lib/wrong-records.ts';

/** What working off a backlog took. */
export interface Drained {
  sent: Sent[];
  perSecond: number;
  /** Processor time of the workers, and of the simulated org, for each event. */
  microseconds: number;
  orgMicroseconds: number;
}

/**
 * 4 and 7. Events that are queued already, each for its own record: how fast one warm worker brings every record right,
 * beside BullMQ doing nothing, and what an event costs when 1, 10 and 100 times as many wait.
 */
export async function drain(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const backlog = await openBacklog(options.redisUrl);
  const sizes = [100, 10, 1].map((part) => Math.max(Math.floor(checks.length / part), 1));
  const results = sizes.map((): Drained[] => []);
  const bare: number[] = [];
  let wrong = Number.NaN;
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [index, size] of sizes.entries())
      results[index]?.push(await drainOnce(product, backlog, checks.slice(0, size)));
    if (round === 0) wrong = await wrongRecords(product, checks);
    bare.push(await bareDrain(options, checks.length));
    await product.forget();
  }
  await backlog.close();
  const all = results.at(-1) ?? [];
  const common = { case: '4 drain' };
  return [
    ofRounds(
      { ...common, what: `${checks.length} events queued, worked off`, unit: 'events/s' },
      all.map(({ perSecond }) => perSecond),
    ),
    ofRounds({ ...common, what: "BullMQ's own drain, doing nothing", unit: 'jobs/s' }, bare),
    ofRounds(
      { ...common, what: 'processor of the worker', unit: 'µs/event' },
      all.map(({ microseconds }) => microseconds),
    ),
    ofRounds(
      { ...common, what: 'processor of the simulated org', unit: 'µs/event' },
      all.map(({ orgMicroseconds }) => orgMicroseconds),
    ),
    { ...common, what: 'records not right after the first time', value: wrong, unit: 'records', goal: { atMost: 0 } },
    ...doneOnce(product, all, '1 worker'),
    ...growth(sizes, results),
  ];
}

/** Lets an event for each check wait first and then be worked off. */
export async function drainOnce(product: Product, backlog: Backlog, checks: SeededCheck[]): Promise<Drained> {
  const used = () => product.workers.reduce((sum, { pid }) => sum + processorMicroseconds(pid), 0);
  const usedByOrg = () => processorMicroseconds(product.stack.programs.org.pid);
  await backlog.pause();
  const sent = await backlog.add(checks);
  const [before, orgBefore, startedAt] = [used(), usedByOrg(), Date.now()];
  await backlog.goOn();
  await product.untilDone(sent);
  const times = product.done.times();
  const endedAt = Math.max(...sent.map(({ eventId }) => times.get(eventId)?.[0] ?? Number.NaN));
  return {
    sent,
    perSecond: sent.length / ((endedAt - startedAt) / 1000),
    microseconds: (used() - before) / sent.length,
    orgMicroseconds: (usedByOrg() - orgBefore) / sent.length,
  };
}

/** 7. That no event was done twice or lost. */
function doneOnce({ done }: Product, drained: Drained[], by: string): Figure[] {
  const times = done.times();
  const count = (isSo: (times: number) => boolean) =>
    drained.map(({ sent }) => sent.filter(({ eventId }) => isSo(times.get(eventId)?.length ?? 0)).length);
  const common = { case: '7 scale out', unit: 'events' };
  return [
    worstOfRounds(
      { ...common, what: `${by}, done twice` },
      count((number) => number > 1),
      0,
    ),
    worstOfRounds(
      { ...common, what: `${by}, lost` },
      count((number) => number === 0),
      0,
    ),
  ];
}

function growth(sizes: number[], results: Drained[][]): Figure[] {
  const costs = results.map((rounds) => rounds.map(({ microseconds }) => microseconds));
  const common = { case: '7 growth' };
  const dearer = (costs[0] ?? []).map(
    (one, round) => Math.max(...costs.slice(1).map((rounds) => rounds[round] ?? Number.NaN)) / one,
  );
  return [
    ...costs.map((rounds, index) =>
      ofRounds({ ...common, what: `an event when ${sizes[index] ?? 0} wait`, unit: 'µs of processor' }, rounds),
    ),
    ofRounds({ ...common, what: 'waiting: the dearer of ×10 and ×100 / ×1', unit: 'ratio' }, dearer, { atMost: 1.2 }),
  ];
}

/** 7. Two workers: nothing done twice, nothing lost. */
export async function scaleOut(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const backlog = await openBacklog(options.redisUrl);
  await product.startWorkers(2 - product.workers.length);
  const drained: Drained[] = [];
  for (let round = 0; round < options.rounds; round += 1)
    drained.push(await drainOnce(product, backlog, checks.slice(0, options.scaleOutEvents)));
  await backlog.close();
  await product.forget();
  const rates = drained.map(({ perSecond }) => perSecond);
  return [
    { case: '7 scale out', what: '2 workers', unit: 'events/s', value: median(rates), rounds: rates },
    ...doneOnce(product, drained, '2 workers'),
  ];
}

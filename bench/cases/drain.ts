import { startProgram } from '../../scripts/lib/start-program.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import { median, type Figure } from '../lib/figures.ts';
import type { Product, Sent } from '../lib/product.ts';
import { processorMicroseconds } from '../lib/process-use.ts';
import type { SeededCheck } from '../lib/seed.ts';

const CONCURRENCY = 100;
const AT_ONCE = 50;

/** 4. Events that are queued already: how fast one worker brings every record right, beside BullMQ doing nothing. */
export async function drain(product: Product, checks: SeededCheck[], options: BenchOptions): Promise<Figure[]> {
  const { rounds, redisUrl, logFolder } = options;
  const [ours, noop, micros, orgMicros]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const orgBefore = processorMicroseconds(product.stack.programs.org.pid);
    const { perSecond, microseconds } = await drainOnce(product, checks, 1);
    ours.push(perSecond);
    micros.push(microseconds);
    orgMicros.push((processorMicroseconds(product.stack.programs.org.pid) - orgBefore) / checks.length);
    const env = { REDIS_URL: redisUrl, JOBS: String(checks.length), CONCURRENCY: String(CONCURRENCY) };
    const file = 'bench/baselines/noop-drain.ts';
    const bare = await startProgram({ name: 'noop-drain', file, env, logFolder, readyMessage: 'drained' });
    noop.push(checks.length / (Number(bare.url) / 1000));
    await bare.stop();
    await product.forget();
  }
  const common = { case: '4 drain' };
  return [
    {
      ...common,
      what: `${checks.length} events queued, worked off`,
      value: median(ours),
      unit: 'events/s',
      rounds: ours,
    },
    { ...common, what: "BullMQ's own drain, doing nothing", value: median(noop), unit: 'jobs/s', rounds: noop },
    { ...common, what: 'processor of the worker', value: median(micros), unit: 'µs/event', rounds: micros },
    {
      ...common,
      what: 'processor of the simulated org',
      value: median(orgMicros),
      unit: 'µs/event',
      rounds: orgMicros,
    },
    {
      ...common,
      what: 'records that are not right afterwards',
      value: await wrongRecords(product, checks),
      unit: 'records',
      goal: { atMost: 0 },
    },
  ];
}

/** Queues an event for each check while no worker runs, then starts so many and waits until all is done. */
export async function drainOnce(product: Product, checks: SeededCheck[], workers: number) {
  await product.stopWorkers();
  const sent = await queueEvents(product, checks);
  await product.startWorkers(workers);
  const before = product.workers.map(({ pid }) => processorMicroseconds(pid));
  await product.untilDone(sent);
  const spent = product.workers.map(({ pid }, index) => processorMicroseconds(pid) - (before[index] ?? 0));
  const done = product.doneTimes();
  const times = sent.map(({ eventId }) => done.get(eventId)?.[0] ?? 0);
  const spanMs = Math.max(...times) - Math.min(...times);
  return {
    sent,
    perSecond: sent.length / (spanMs / 1000),
    microseconds: spent.reduce((sum, each) => sum + each, 0) / sent.length,
  };
}

/** Sends an event for each check. */
export async function queueEvents(product: Product, checks: SeededCheck[]): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (let start = 0; start < checks.length; start += AT_ONCE) {
    sent.push(
      ...(await Promise.all(checks.slice(start, start + AT_ONCE).map(({ reportId }) => product.send(reportId)))),
    );
  }
  return sent;
}

/** Their reports are complete and clear, so each is to be completed and to count as a pass. */
async function wrongRecords(product: Product, checks: SeededCheck[]): Promise<number> {
  const right = new Set<string>();
  let after = '';
  for (;;) {
    const rows = await product.connectorOrg.query(
      `SELECT Id FROM Background_Check__c WHERE Status__c = 'Completed' AND Result__c = 'Clear' AND Cleared__c = true ` +
        `${after ? `AND Id > '${after}' ` : ''}ORDER BY Id LIMIT 2000`,
    );
    for (const row of rows) right.add(String(row['Id']));
    after = String(rows.at(-1)?.['Id'] ?? '');
    if (rows.length < 2000) break;
  }
  return checks.filter(({ checkId }) => !right.has(checkId)).length;
}

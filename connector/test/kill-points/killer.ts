import { newRun } from '../../../scripts/lib/new-run.ts';
import type { Row } from '../../../scripts/lib/org-session.ts';
import { startProduct, type Product } from '../harness.ts';
import { accountOf, type Account } from '../ledger/accounts.ts';
import { effectsFromNow, type Effects } from '../ledger/effects.ts';
import { untilQuiet } from '../ledger/quiet.ts';
import type { KillJob } from './kill-job.ts';
import { startMortalWorker, type KillPoint, type MortalWorker } from './mortal-worker.ts';

/** What came of a job whose worker died. */
export interface Death {
  job: string;
  /** Whether the worker really died there. */
  died: boolean;
  effects: Effects;
  account: Account;
  /** What is not as it must be; empty when all is right. */
  wrong: string[];
}

export interface Killer {
  product: Product;
  /** Every point of a job, in order. Where nothing lies between two of them, dying at one is dying at the other. */
  pointsOf(job: KillJob): Promise<KillPoint[]>;
  /** Plays a job through, its worker dying at a point of it. */
  kill(job: KillJob, point: KillPoint): Promise<Death>;
  close(): Promise<void>;
}

interface KillerOptions {
  /** Tells several at once apart. */
  lane?: number;
  /** Orders reports directly instead of by invitation. */
  direct?: boolean;
}

/** The product with a worker that dies on order, and locks so short that the next one soon takes up what it held. */
export async function startKiller({ lane = 0, direct = false }: KillerOptions = {}): Promise<Killer> {
  const { logFolder } = newRun(`kill-points-${direct ? 'direct-' : ''}${lane}`);
  const connectorEnv = {
    ...{ WORKER_LOCK_SECONDS: '1', RECONCILE_EVERY_SECONDS: '3600' },
    CHECKR_ORDERING: direct ? 'report' : 'invitation',
  };
  const product = await startProduct({ logFolder, connectorEnv, direct });
  await product.programs.worker.stop('SIGKILL');
  await product.orgControl('PUT', '/limit', { limit: 10_000_000 });
  const worker = await startMortalWorker(product);
  return {
    product,
    pointsOf: async (job) => {
      await play({ product, worker, job, point: null });
      return withoutTwins(worker.points());
    },
    kill: (job, point) =>
      play({ product, worker, job, point }).catch(async (error: unknown) => {
        await worker.replace();
        throw error;
      }),
    close: async () => {
      await worker.stop();
      await product.close();
    },
  };
}

interface Play {
  product: Product;
  worker: MortalWorker;
  job: KillJob;
  point: KillPoint | null;
}

async function play({ product, worker, job, point }: Play): Promise<Death> {
  await untilQuiet(product);
  const prepared = await job.prepare(product);
  await untilQuiet(product);
  const effects = await effectsFromNow(product);
  await worker.count(point);
  const id = await job.start(product, prepared);
  const finished = product
    .checkOnce(id, 'done', (check) => job.isDone(check, prepared))
    .then(() => untilQuiet(product));
  finished.catch(() => undefined);
  const died = await Promise.race([worker.died().then(() => true), finished.then(() => false)]);
  if (died) await worker.replace();
  const check = await product.checkOnce(id, `done with ${job.name}`, (row) => job.isDone(row, prepared));
  await untilQuiet(product);
  // It may have died on its way out: the last writes of a job come after the record.
  const diedLate = !(await worker.spare());
  if (diedLate) await worker.replace().then(() => untilQuiet(product));
  const happened = await effects();
  const account = await accountOf(product, id);
  const wrong = [
    ...differences(job.effects, happened),
    ...differences(job.record, account.record),
    ...(account.candidates === 1 ? [] : [`${account.candidates} candidates`]),
    ...(account.auditedTwice > 0 ? ['an event is in the audit twice'] : []),
    ...(account.notifications > 1 ? ['somebody was told twice'] : []),
    ...(await complaint(job.verify?.(product, check, prepared))),
  ];
  return { job: job.name, died: died || diedLate, effects: happened, account, wrong };
}

function differences(wanted: Row, found: Row): string[] {
  return Object.entries(wanted).flatMap(([name, value]) =>
    (found[name] ?? 0) === (value ?? 0) ? [] : [`${name} is ${String(found[name])}, not ${String(value)}`],
  );
}

async function complaint(verified: Promise<void> | undefined): Promise<string[]> {
  try {
    await verified;
    return [];
  } catch (error) {
    return [String(error)];
  }
}

function withoutTwins(points: string[]): KillPoint[] {
  const seen = new Map<string, number>();
  return points.flatMap((point, index) => {
    const occurrence = (seen.get(point) ?? 0) + 1;
    seen.set(point, occurrence);
    const isTwin = point.startsWith('before ') && points[index - 1]?.startsWith('after ');
    return isTwin ? [] : [{ point, occurrence }];
  });
}

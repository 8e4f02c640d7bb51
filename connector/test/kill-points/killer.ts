import { newRun } from '../../../scripts/lib/new-run.ts';
import type { Row } from '../../../scripts/lib/org-session.ts';
import { startWeb, startWorker } from '../../../scripts/lib/start-connector.ts';
import { startProduct, type Product } from '../harness.ts';
import { accountOf, type Account } from '../ledger/accounts.ts';
import { effectsFromNow, type Effects } from '../ledger/effects.ts';
import { untilQuiet } from '../ledger/quiet.ts';
import { VENDOR_ENV } from '../vendor-harness.ts';
import type { KillJob } from './kill-job.ts';
import { startMortalProgram, type KillPoint, type MortalProgram } from './mortal-program.ts';

/** What came of a job whose process died. */
export interface Death {
  job: string;
  /** Whether it really died there. */
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
  /** Plays a job through, its process dying at a point of it. */
  kill(job: KillJob, point: KillPoint): Promise<Death>;
  close(): Promise<void>;
}

interface KillerOptions {
  /** Tells several at once apart. */
  lane?: number;
  /** Orders reports directly instead of by invitation. */
  direct?: boolean;
}

/** The product with processes that die on order, and locks so short that the next one soon takes up what they held. */
export async function startKiller({ lane = 0, direct = false }: KillerOptions = {}): Promise<Killer> {
  const { logFolder } = newRun(`kill-points-${direct ? 'direct-' : ''}${lane}`);
  const connectorEnv = {
    ...VENDOR_ENV,
    ...{ WORKER_LOCK_SECONDS: '1', RECONCILE_EVERY_SECONDS: '3600' },
    CHECKR_ORDERING: direct ? 'report' : 'invitation',
  };
  const product = await startProduct({ logFolder, connectorEnv, direct, ats: true });
  const mortals = await replaceByMortals(product);
  await product.orgControl('PUT', '/limit', { limit: 10_000_000 });
  const victimOf = ({ victim = 'worker' }: KillJob): MortalProgram => mortals[victim];
  return {
    product,
    pointsOf: async (job) => {
      await play({ product, victim: victimOf(job), job, point: null });
      return withoutTwins(victimOf(job).points());
    },
    kill: (job, point) =>
      play({ product, victim: victimOf(job), job, point }).catch(async (error: unknown) => {
        await victimOf(job).replace();
        throw error;
      }),
    close: async () => {
      await Promise.all([mortals.worker.stop(), mortals.web.stop()]);
      await product.close();
    },
  };
}

/** One job at a time, so that the points of a job come in the same order every time; the web process at the same address. */
async function replaceByMortals({ programs, connectorSettings, connectorUrl }: Product) {
  await Promise.all([programs.worker.stop('SIGKILL'), programs.web.stop('SIGKILL')]);
  const port = Number(new URL(connectorUrl).port);
  const [worker, web] = await Promise.all([
    startMortalProgram((number, env) =>
      startWorker(connectorSettings, `worker-${number}`, { ...env, WORKER_CONCURRENCY: '1' }),
    ),
    startMortalProgram((_number, env) => startWeb(connectorSettings, port, env)),
  ]);
  return { worker, web };
}

interface Play {
  product: Product;
  victim: MortalProgram;
  job: KillJob;
  point: KillPoint | null;
}

async function play({ product, victim, job, point }: Play): Promise<Death> {
  await product.checkrControl('POST', '/webhooks', { mode: 'normal' });
  await untilQuiet(product);
  const prepared = await job.prepare(product);
  await untilQuiet(product);
  const effects = await effectsFromNow(product);
  await victim.count(point);
  const started = job.start(product, prepared);
  const finished = started
    .then((id) => product.checkOnce(id, 'done', (check) => job.isDone(check, prepared)))
    .then(() => untilQuiet(product));
  finished.catch(() => undefined);
  const died = await Promise.race([victim.died().then(() => true), finished.then(() => false)]);
  if (died) await victim.replace();
  const id = await started;
  const check = await product.checkOnce(id, `done with ${job.name}`, (row) => job.isDone(row, prepared));
  await untilQuiet(product);
  // It may have died on its way out: the last writes of a job come after the record.
  const diedLate = !(await victim.spare());
  if (diedLate) await victim.replace().then(() => untilQuiet(product));
  const happened = await effects();
  const account = await accountOf(product, id);
  const { candidates = 1 } = job;
  const wrong = [
    ...differences(job.effects, happened),
    ...differences(job.record, account.record),
    ...(account.candidates === candidates ? [] : [`${account.candidates} candidates`]),
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

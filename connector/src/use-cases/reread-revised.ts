import type { Checkr } from '../domain/checkr-port.ts';
import type { ReconcileDeps, ReconcileJob } from './reconcile.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Where a connection begins that forgot how far it was. */
const FIRST_LOOK_MS = 90 * DAY_MS;
/** The most one run looks at, so that catching up stays small change for Checkr. */
const STEP_MS = 7 * DAY_MS;
/** Looked at again each time: lists lag, and two clocks are never the same. */
const OVERLAP_MS = HOUR_MS;

export interface RereadRevisedDeps extends Pick<ReconcileDeps, 'requeue' | 'now'> {
  checkr: Pick<Checkr, 'listRevisedReports'>;
  /** ISO 8601 up to which revisions were looked at; losing it means to begin ninety days back. */
  revisedCursor: { get(): Promise<string>; set(until: string): Promise<void> };
}

/**
 * Has reports read again that Checkr revised after they were complete, whatever became of its webhooks: the one change
 * of a finished check that nothing in the org would ever ask about. One call to Checkr a run. The place moves on once
 * the jobs are in the queue: from there on each is applied or kept (`apply-or-keep.ts`), and a lost Redis loses both.
 */
export async function rereadRevised(deps: RereadRevisedDeps): Promise<{ revised: number }> {
  const { checkr, revisedCursor, requeue, now } = deps;
  const startedAt = now();
  const since = Date.parse(await revisedCursor.get()) || startedAt - FIRST_LOOK_MS;
  const until = Math.min(since + STEP_MS, startedAt);
  const reportIds = await checkr.listRevisedReports(isoOf(since), isoOf(until));
  const jobs = reportIds.map((reportId): ReconcileJob => ({ kind: 'reread', reportId }));
  await requeue(jobs, Math.floor(startedAt / HOUR_MS));
  await revisedCursor.set(isoOf(until === startedAt ? startedAt - OVERLAP_MS : until));
  return { revised: reportIds.length };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

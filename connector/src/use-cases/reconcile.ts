import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import type { CheckRecords, OpenCheck } from '../domain/ports.ts';
import { ASSESSMENT_GRACE_MS } from '../domain/report-outcome.ts';
import { runEach } from './run-each.ts';

const OUTSTANDING_PER_RUN = 100;
const MINUTE_MS = 60 * 1000;

export interface ReconcileDeps {
  connection: ConnectionProfile;
  records: Pick<CheckRecords, 'listOutstanding' | 'listOpen' | 'listUnassessed'>;
  /** How long something may lie before it counts as forgotten, in milliseconds. */
  after: { outstandingMs: number; openMs: number };
  /** How many open checks one run may have read at Checkr. */
  openPerRun: number;
  /** Where the last run stopped; forgetting it only means to begin again. */
  cursors: Record<'outstanding' | 'open', Place>;
  /** Puts the jobs into the queue; `round` names the span in which each is wanted only once. */
  requeue(jobs: ReconcileJob[], round: number): Promise<void>;
  /** Unix milliseconds. */
  now(): number;
}

interface Place {
  get(): Promise<string>;
  set(id: string): Promise<void>;
}

/** Something to look at again. */
export type ReconcileJob =
  | { kind: 'action'; checkId: string }
  | { kind: 'event'; objectType: 'invitation' | 'report'; objectId: string }
  | { kind: 'reread'; reportId: string };

/**
 * Finds what got lost between Salesforce, Redis and Checkr: actions nobody carried out and open checks nobody heard of.
 * And what nobody tells: that an assessment is overdue. The org is asked, so it works with an empty Redis.
 */
export function reconcile(deps: ReconcileDeps): Promise<{ actions: number; events: number; unassessed: number }> {
  return runEach({
    actions: () => requeueOutstanding(deps),
    events: () => requeueOpen(deps),
    unassessed: () => requeueUnassessed(deps),
  });
}

/** Actions the org refuses to have written stay outstanding: those behind them must have their turn all the same. */
async function requeueOutstanding({ connection, records, after, cursors, now, requeue }: ReconcileDeps) {
  const startedAt = now();
  const outstanding = await records.listOutstanding({
    connectionKey: connectionKey(connection),
    untouchedSince: startedAt - after.outstandingMs,
    afterId: await cursors.outstanding.get(),
    limit: OUTSTANDING_PER_RUN,
  });
  const jobs = outstanding.map((checkId): ReconcileJob => ({ kind: 'action', checkId }));
  await requeue(jobs, roundOf(startedAt, after.outstandingMs));
  await cursors.outstanding.set(outstanding.length < OUTSTANDING_PER_RUN ? '' : (outstanding.at(-1) ?? ''));
  return jobs.length;
}

async function requeueOpen({ connection, records, after, cursors, openPerRun, now, requeue }: ReconcileDeps) {
  const startedAt = now();
  const open = await records.listOpen({
    connectionKey: connectionKey(connection),
    untouchedSince: startedAt - after.openMs,
    afterId: await cursors.open.get(),
    limit: openPerRun,
  });
  const jobs = open.flatMap(eventOf);
  await requeue(jobs, roundOf(startedAt, after.openMs));
  await cursors.open.set(open.length < openPerRun ? '' : (open.at(-1)?.id ?? ''));
  return jobs.length;
}

/** What is older, the look at open checks finds. A minute more than they may take: two clocks are never the same. */
async function requeueUnassessed({ connection, records, after, openPerRun, now, requeue }: ReconcileDeps) {
  if (!connection.usesAssess) return 0;
  const startedAt = now();
  const overdue = await records.listUnassessed({
    connectionKey: connectionKey(connection),
    completedSince: startedAt - after.openMs,
    completedUntil: startedAt - ASSESSMENT_GRACE_MS - MINUTE_MS,
    limit: openPerRun,
  });
  const jobs = overdue.map((objectId): ReconcileJob => ({ kind: 'event', objectType: 'report', objectId }));
  await requeue(jobs, roundOf(startedAt, ASSESSMENT_GRACE_MS));
  return jobs.length;
}

function roundOf(now: number, spanMs: number): number {
  return Math.floor(now / Math.max(spanMs, 1000));
}

function eventOf({ invitationId, reportId }: OpenCheck): ReconcileJob[] {
  if (reportId) return [{ kind: 'event', objectType: 'report', objectId: reportId }];
  return invitationId ? [{ kind: 'event', objectType: 'invitation', objectId: invitationId }] : [];
}

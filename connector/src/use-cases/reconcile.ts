import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import type { CheckRecords, OpenCheck } from '../domain/ports.ts';

/** A fifth of what Checkr allows in a minute; the rest is for what just happened. */
const OPEN_PER_RUN = 240;
const OUTSTANDING_PER_RUN = 100;

export interface ReconcileDeps {
  connection: ConnectionProfile;
  records: Pick<CheckRecords, 'listOutstanding' | 'listOpen'>;
  /** How long something may lie before it counts as forgotten, in milliseconds. */
  after: { outstandingMs: number; openMs: number };
  /** Where the last run stopped among the open checks; forgetting it only means to begin again. */
  cursor: { get(): Promise<string>; set(id: string): Promise<void> };
  /** Puts the jobs into the queue; `round` names the span in which each is wanted only once. */
  requeue(jobs: ReconcileJob[], round: number): Promise<void>;
  /** Unix milliseconds. */
  now(): number;
}

/** Something to look at again. */
export type ReconcileJob =
  { kind: 'action'; checkId: string } | { kind: 'event'; objectType: 'invitation' | 'report'; objectId: string };

/**
 * Finds what got lost between Salesforce, Redis and Checkr: actions nobody carried out and open checks nobody heard of.
 * The org is asked, so it works with an empty Redis.
 */
export async function reconcile(deps: ReconcileDeps): Promise<{ actions: number; events: number }> {
  const { connection, records, after, cursor, now, requeue } = deps;
  const key = connectionKey(connection);
  const startedAt = now();
  const outstanding = await records.listOutstanding({
    connectionKey: key,
    untouchedSince: startedAt - after.outstandingMs,
    limit: OUTSTANDING_PER_RUN,
  });
  const actions = outstanding.map((checkId): ReconcileJob => ({ kind: 'action', checkId }));
  await requeue(actions, roundOf(startedAt, after.outstandingMs));
  const open = await records.listOpen({
    connectionKey: key,
    untouchedSince: startedAt - after.openMs,
    afterId: await cursor.get(),
    limit: OPEN_PER_RUN,
  });
  const events = open.flatMap(eventOf);
  await requeue(events, roundOf(startedAt, after.openMs));
  await cursor.set(open.length < OPEN_PER_RUN ? '' : (open.at(-1)?.id ?? ''));
  return { actions: actions.length, events: events.length };
}

function roundOf(now: number, spanMs: number): number {
  return Math.floor(now / Math.max(spanMs, 1000));
}

function eventOf({ invitationId, reportId }: OpenCheck): ReconcileJob[] {
  if (reportId) return [{ kind: 'event', objectType: 'report', objectId: reportId }];
  return invitationId ? [{ kind: 'event', objectType: 'invitation', objectId: invitationId }] : [];
}

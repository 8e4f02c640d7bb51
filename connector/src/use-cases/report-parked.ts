import type { WaitingOutcome } from '../domain/parked-event.ts';
import { KEPT_MS, PER_PAGE, unappliedOf, type MatchParkedDeps, type Place } from './match-parked.ts';
import { tellAdmins } from './tell-admins.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The most one report looks back over, after a long rest. */
const AT_MOST_MS = 30 * DAY_MS;

export interface ReportParkedDeps extends Pick<MatchParkedDeps, 'parked' | 'records' | 'now'> {
  /** ISO 8601 up to which events were reported. */
  reportedCursor: Place;
}

/**
 * Tells of the events that waited in vain: a row of the audit, once a day, which a flow brings to the admins. It goes on
 * where the last report ended, whenever that was.
 */
export async function reportParked(deps: ReportParkedDeps): Promise<{ unmatched: number }> {
  const { records, reportedCursor, now } = deps;
  const at = now();
  const until = at - KEPT_MS;
  const since = Math.max(Date.parse(await reportedCursor.get()) || until - DAY_MS, until - AT_MOST_MS);
  const span = { since, until };
  const unmatched = (await countUnapplied(deps, 'Parked', span)) + (await countUnapplied(deps, 'Failed', span));
  if (unmatched > 0)
    await tellAdmins(records, {
      ...{ type: 'events.unmatched', about: 'unmatched', at },
      reason: `Messages from Checkr that waited seven days in vain, given up: ${unmatched}. No check knew the person, or the org refused them. Look at the list Parked or Failed, and whether another system orders from this Checkr account.`,
    });
  await reportedCursor.set(new Date(until).toISOString());
  return { unmatched };
}

async function countUnapplied(
  deps: Pick<ReportParkedDeps, 'parked' | 'records'>,
  outcome: WaitingOutcome,
  span: { since: number; until: number },
): Promise<number> {
  let count = 0;
  for (let afterId = '', isMore = true; isMore;) {
    const events = await deps.parked.list({ outcome, ...span, afterId, limit: PER_PAGE });
    count += (await unappliedOf(deps, events)).length;
    afterId = events.at(-1)?.rowId ?? '';
    isMore = events.length === PER_PAGE;
  }
  return count;
}

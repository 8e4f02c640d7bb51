import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { idsOf, matchedEventId, type ParkedEvent, type WaitingOutcome } from '../domain/parked-event.ts';
import type { CheckRecords, ParkedEvents } from '../domain/ports.ts';
import { tellAdmins } from './tell-admins.ts';

const HOUR_MS = 60 * 60 * 1000;
/** How long an event waits in the audit. */
export const KEPT_MS = 7 * 24 * HOUR_MS;
/** Read at a time. */
export const PER_PAGE = 500;
/** More than an account tells of strangers in an hour, so that every round comes to its end. */
const PAGES_PER_RUN = 10;

/** A place to go on from; forgetting it only means to begin again. */
export interface Place {
  get(): Promise<string>;
  set(place: string): Promise<void>;
}

export interface MatchParkedDeps {
  connection: ConnectionProfile;
  parked: ParkedEvents;
  records: Pick<CheckRecords, 'note' | 'listNoted'>;
  /** Where the last run stopped, for each kind of event. */
  waitingCursors: Record<WaitingOutcome, Place>;
  /** Puts the events into the queue again, each once in `round`. */
  apply(events: ParkedEvent[], round: number): Promise<void>;
  /** Unix milliseconds. */
  now(): number;
}

/** What one run did: how many it looked at and put into the queue, and how many go on waiting. */
export interface Matched {
  looked: number;
  matched: number;
  waiting: number;
}

/**
 * Applies parked events whose id a check holds by now, and whatever could not be applied when it came: somebody may have
 * mended what stood in the way. Costs two calls to the org when nothing waits.
 */
export async function matchParked(deps: MatchParkedDeps): Promise<Matched> {
  const failed = await lookThrough(deps, 'Failed');
  const parked = await lookThrough(deps, 'Parked');
  if (failed.open > 0)
    await tellAdmins(deps.records, {
      ...{ type: 'events.unmatched', about: 'failing', at: deps.now() },
      reason: `Messages from Checkr that could not be applied: ${failed.open}. A check may show less than Checkr knows. They are tried again every hour for seven days; the list Parked or Failed says what is in the way.`,
    });
  return {
    looked: failed.looked + parked.looked,
    matched: failed.open + parked.open,
    waiting: failed.open + parked.looked - parked.known,
  };
}

async function lookThrough(deps: MatchParkedDeps, outcome: WaitingOutcome) {
  const { parked, now } = deps;
  const cursor = deps.waitingCursors[outcome];
  const startedAt = now();
  const counts = { looked: 0, known: 0, open: 0 };
  let afterId = await cursor.get();
  for (let page = 0; page < PAGES_PER_RUN; page += 1) {
    const query = { outcome, since: startedAt - KEPT_MS, until: startedAt, afterId, limit: PER_PAGE };
    const events = await parked.list(query);
    const known = outcome === 'Failed' ? events : await knownOf(deps, events);
    const open = await unappliedOf(deps, known);
    if (open.length > 0) await deps.apply(open, Math.floor(startedAt / HOUR_MS));
    counts.looked += events.length;
    counts.known += known.length;
    counts.open += open.length;
    afterId = events.length < PER_PAGE ? '' : (events.at(-1)?.rowId ?? '');
    await cursor.set(afterId);
    if (afterId === '') break;
  }
  return counts;
}

async function knownOf({ parked, connection }: MatchParkedDeps, events: ParkedEvent[]): Promise<ParkedEvent[]> {
  if (events.length === 0) return [];
  const known = new Set(await parked.listKnownIds(connectionKey(connection), events.flatMap(idsOf)));
  return events.filter((event) => idsOf(event).some((id) => known.has(id)));
}

/** Those the audit has no second row of. */
export async function unappliedOf(
  { records }: Pick<MatchParkedDeps, 'records'>,
  events: ParkedEvent[],
): Promise<ParkedEvent[]> {
  if (events.length === 0) return [];
  const noted = new Set(await records.listNoted(events.map(({ eventId }) => matchedEventId(eventId))));
  return events.filter(({ eventId }) => !noted.has(matchedEventId(eventId)));
}

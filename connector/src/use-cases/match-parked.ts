import type { CheckEvent } from '../domain/check-event.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { idsOf, matchedEventId, type ParkedEvent } from '../domain/parked-event.ts';
import type { CheckRecords, ParkedEvents } from '../domain/ports.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** How long a parked event waits for its id to become known. */
const KEPT_MS = 7 * DAY_MS;
/** Asked about in one call, so that the address of the query stays short enough. */
const PER_CALL = 100;
const PER_RUN = 5 * PER_CALL;
const PER_REPORT = 2000;

export interface MatchParkedDeps {
  connection: ConnectionProfile;
  parked: ParkedEvents;
  /** Where the last run stopped; forgetting it only means to begin again. */
  parkedCursor: { get(): Promise<string>; set(id: string): Promise<void> };
  /** Puts the events into the queue again, each once in `round`. */
  apply(events: ParkedEvent[], round: number): Promise<void>;
  /** Unix milliseconds. */
  now(): number;
}

/** Applies parked events whose id a check holds by now. Costs one call to the org when nothing is parked. */
export async function matchParked(deps: MatchParkedDeps): Promise<{ looked: number; matched: number }> {
  const { parked, parkedCursor, now } = deps;
  const startedAt = now();
  const query = { since: startedAt - KEPT_MS, until: startedAt, afterId: await parkedCursor.get(), limit: PER_RUN };
  const events = await parked.list(query);
  let matched = 0;
  for (const some of chunksOf(events)) {
    const known = await knownOf(deps, some);
    const done = known.length > 0 ? await parked.listNoted(known.map(({ eventId }) => matchedEventId(eventId))) : [];
    const open = known.filter(({ eventId }) => !done.includes(matchedEventId(eventId)));
    await deps.apply(open, Math.floor(startedAt / HOUR_MS));
    matched += open.length;
  }
  await parkedCursor.set(events.length < PER_RUN ? '' : (events.at(-1)?.rowId ?? ''));
  return { looked: events.length, matched };
}

/** Tells of the events that waited in vain: a row of the audit, once a day, which a flow brings to the admins. */
export async function reportParked(
  deps: MatchParkedDeps & { records: Pick<CheckRecords, 'note'> },
): Promise<{ unmatched: number }> {
  const { parked, records, now } = deps;
  const at = now();
  const until = at - KEPT_MS;
  const events = await parked.list({ since: until - DAY_MS, until, afterId: '', limit: PER_REPORT });
  let unmatched = 0;
  for (const some of chunksOf(events)) unmatched += some.length - (await knownOf(deps, some)).length;
  if (unmatched > 0) await records.note(rowAbout(unmatched, at));
  return { unmatched };
}

async function knownOf({ parked, connection }: MatchParkedDeps, events: ParkedEvent[]): Promise<ParkedEvent[]> {
  const known = new Set(await parked.listKnownIds(connectionKey(connection), events.flatMap(idsOf)));
  return events.filter((event) => idsOf(event).some((id) => known.has(id)));
}

function chunksOf(events: ParkedEvent[]): ParkedEvent[][] {
  return Array.from({ length: Math.ceil(events.length / PER_CALL) }, (_, index) =>
    events.slice(index * PER_CALL, (index + 1) * PER_CALL),
  );
}

function rowAbout(unmatched: number, now: number): CheckEvent {
  const at = new Date(now).toISOString();
  return {
    ...{ sourceEventId: `unmatched-${at.slice(0, 10)}`, type: 'events.unmatched' },
    ...{ source: 'Connector', direction: 'Inbound', outcome: 'Failed' },
    reason: `Messages from Checkr about somebody no check here knows: ${unmatched}. They waited seven days and are given up. Look at the list Parked or Failed, and whether another system orders from this Checkr account.`,
    ...{ summary: null, vendorObjectId: null, vendorParentId: null, checkId: null },
    ...{ occurredAt: at, receivedAt: null, durationMs: null, payloadSha256: null },
  };
}

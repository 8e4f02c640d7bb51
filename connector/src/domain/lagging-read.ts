import type { Check, CheckStatus } from './check.ts';
import { changedAtOf, isOlderThanShown } from './report-acceptance.ts';
import type { Report } from './report.ts';
import { isOwnLook, type VendorEvent } from './vendor-event.ts';

const STATUSES_AFTER_COMPLETION: readonly CheckStatus[] = ['Completed', 'Review Required', 'Disputed'];
const EVENTS_AFTER_COMPLETION: readonly string[] = ['report.completed', 'report.canceled', 'report.disputed'];

/** An event of a completion comes within seconds of it. */
const EVENT_DELAY_MS = 60 * 1000;
/** A copy that lags behind for longer than this is no copy any more. */
const LAG_MS = 2 * 60 * 1000;

type EventFacts = Pick<VendorEvent, 'type' | 'occurredAt' | 'wasParked'>;

/**
 * Whether a report was read from a copy of Checkr's that lags behind: from before the change the check shows, without the
 * change an event tells of, or pending although the record or the event knows of its completion. Only an upgrade makes a
 * completed report pending again. What reconciling reads pending hours later is believed, and so is what was kept until
 * then: better a pass taken away than one that no longer holds.
 */
export function isLaggingRead(
  report: Report,
  check: Pick<Check, 'status' | 'reportChangedAt'>,
  event: EventFacts,
): boolean {
  if (isOlderThanShown(report, check)) return true;
  if (isOwnLook(event.type) || event.wasParked) return false;
  if (report.status !== 'pending') return isUntoldChange(report, check, event);
  if (report.upgradedAt) return false;
  return STATUSES_AFTER_COMPLETION.includes(check.status) || EVENTS_AFTER_COMPLETION.includes(event.type);
}

/** Checkr tells a revision by `report.completed` and, of people outside the US, by nothing else. */
function isUntoldChange(
  report: Report,
  { status, reportChangedAt }: Pick<Check, 'status' | 'reportChangedAt'>,
  { type, occurredAt }: EventFacts,
): boolean {
  const changedAt = changedAtOf(report);
  const isAsShown = changedAt !== null && changedAt === reportChangedAt && STATUSES_AFTER_COMPLETION.includes(status);
  if (type !== 'report.completed' || !occurredAt || !isAsShown || status === 'Disputed') return false;
  const toldAt = Date.parse(occurredAt);
  return toldAt > changedAt + EVENT_DELAY_MS && report.readAt < toldAt + LAG_MS;
}

import { changeFromAdverseAction, type AdverseAction } from '../domain/adverse-action.ts';
import type { Check } from '../domain/check.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { Failure } from '../domain/failure.ts';
import { changeFromInvitation } from '../domain/invitation-outcome.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckRecords, RecordLock } from '../domain/ports.ts';
import { isLaggingRead } from '../domain/lagging-read.ts';
import { changeFromReport } from '../domain/report-outcome.ts';
import type { VendorEvent } from '../domain/vendor-event.ts';
import { createUnordered } from './create-unordered.ts';
import { itemsToKeep } from './keep-adverse-items.ts';
import { note } from './note-event.ts';
import { park, refuseWhileBeingOrdered } from './park-event.ts';
import { readReport, type ReportReading as Read } from './read-report.ts';
import { writeEvent, type WrittenOutcome } from './write-event.ts';

export interface ApplyEventDeps {
  connection: ConnectionProfile;
  checkr: Pick<Checkr, 'getReport' | 'getInvitation' | 'getAdverseAction' | 'listAdverseItems' | 'reportUrl'>;
  records: CheckRecords;
  lock: RecordLock;
  /** Unix milliseconds. */
  now(): number;
}

/** What the events of a burst share. One of them may tell when the report was engaged: that counts for all. */
type ReportReading = Read & { engagedAt: number };

/** What became of an event; for the log. */
export type AppliedOutcome = WrittenOutcome | 'created' | 'unknown' | 'no-change';

/**
 * Brings the record in line with what Checkr says now, and notes in the audit what became of the event. The event only
 * tells *which* object changed, so events may come twice, late or in any order.
 */
export function applyEvent(deps: ApplyEventDeps, event: VendorEvent): Promise<AppliedOutcome> {
  if (event.objectType === 'adverse_action') return applyAdverseAction(deps, event);
  return event.objectType === 'report' ? applyReport(deps, event, event.objectId) : applyInvitation(deps, event);
}

/** Events of one report are worked off one at a time, those of a burst by one reading, so that each sees what was written. */
function applyReport(deps: ApplyEventDeps, event: VendorEvent, reportId: string): Promise<AppliedOutcome> {
  return deps.lock.readTogether(reportId, {
    knows: engagedAtOf(event),
    read: async (engagedAts) => ({ ...(await readReport(deps, reportId)), engagedAt: Math.max(...engagedAts) }),
    work: (reading) => applyReading(deps, event, reading),
  });
}

async function applyReading(deps: ApplyEventDeps, event: VendorEvent, reading: ReportReading): Promise<AppliedOutcome> {
  const { report, check } = reading;
  if (!check) return applyUnordered(deps, event, reading);
  if (isLaggingRead(report, check, event)) throw new Failure('unavailable', 'checkr-read-lags');
  return applyTo(deps, event, { reading, check });
}

async function applyTo(
  deps: ApplyEventDeps,
  event: VendorEvent,
  { reading, check, reason }: { reading: ReportReading; check: Check; reason?: string },
): Promise<AppliedOutcome> {
  const { report, adverse, engagedAt } = reading;
  const before = { ...check, engagedAt };
  const reportUrl = deps.checkr.reportUrl(report.id);
  const change = { ...changeFromReport(report, before, deps.connection), ...adverse, reportUrl, invitationUrl: null };
  const isOurs = check.connectionKey === connectionKey(deps.connection);
  const items = isOurs ? await (reading.items ??= itemsToKeep(deps, check, change)) : {};
  return writeEvent(deps, event, { check, change, besides: { screenings: report.screenings, ...items }, reason });
}

function engagedAtOf({ type, occurredAt }: VendorEvent): number {
  return type === 'report.engaged' && occurredAt ? Date.parse(occurredAt) : 0;
}

async function applyAdverseAction(deps: ApplyEventDeps, event: VendorEvent): Promise<AppliedOutcome> {
  const action = await deps.checkr.getAdverseAction(event.objectId);
  return deps.lock.hold(action.reportId, async () => {
    const [check] = await deps.records.listByReportOrCandidate(action.reportId, null);
    if (!check) return park(deps, event, { checks: [], parentId: action.reportId });
    if (!isReplaced(action, check)) return writeEvent(deps, event, { check, change: changeFromAdverseAction(action) });
    return ignore(deps, event, { check, reason: 'A later adverse action has taken its place.' });
  });
}

/** A canceled action says nothing of the one that runs by now, or is on its way. */
function isReplaced(action: AdverseAction, { adverseActionId, requestedAction }: Check): boolean {
  if (action.status !== 'Canceled' || adverseActionId === action.id) return false;
  return adverseActionId !== null || requestedAction === 'Initiate Adverse Action';
}

async function applyInvitation(deps: ApplyEventDeps, event: VendorEvent): Promise<AppliedOutcome> {
  const invitation = await deps.checkr.getInvitation(event.objectId);
  if (invitation.reportId) return applyReport(deps, event, invitation.reportId);
  return deps.lock.hold(event.objectId, async () => {
    const checks = await deps.records.listByInvitationOrCandidate(event.objectId, invitation.candidateId);
    const check = checks.find(({ invitationId }) => invitationId === event.objectId);
    if (!check) return park(deps, event, { checks, parentId: invitation.candidateId });
    const change = changeFromInvitation(invitation, check);
    if (change) return writeEvent(deps, event, { check, change });
    return ignore(deps, event, { check, reason: 'The check already says so.' });
  });
}

async function ignore(
  deps: ApplyEventDeps,
  event: VendorEvent,
  { check, reason }: { check: Check; reason: string },
): Promise<AppliedOutcome> {
  await note(deps, event, { outcome: 'Ignored', reason, checkId: check.id });
  return 'no-change';
}

/** A report of somebody we know that nobody here ordered (continuous check, dashboard) is a check of its own. */
async function applyUnordered(
  deps: ApplyEventDeps,
  event: VendorEvent,
  reading: ReportReading,
): Promise<AppliedOutcome> {
  const { report, checks } = reading;
  refuseWhileBeingOrdered(checks);
  const known = checks.findLast((check) => check.connectionKey === connectionKey(deps.connection));
  if (!known && checks.length > 0) return 'quarantined';
  if (!known) return park(deps, event, { checks, parentId: report.candidateId });
  const check = await (reading.made ??= createUnordered(deps, report, known));
  const reason = 'Nobody here ordered it: it became a check of its own.';
  if (check) await applyTo(deps, event, { reading, check, reason });
  return 'created';
}

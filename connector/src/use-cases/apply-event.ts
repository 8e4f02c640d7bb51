import { changeFromAdverseAction } from '../domain/adverse-action.ts';
import type { Check, CheckChange } from '../domain/check.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import { changeFromInvitation } from '../domain/invitation-outcome.ts';
import type { CheckRecords, Checkr, RecordLock, WrittenBesides } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import { changeFromReport, isLaggingRead } from '../domain/report-outcome.ts';
import { RECONCILE, type VendorEvent } from '../domain/vendor-event.ts';
import { createUnordered } from './create-unordered.ts';
import { auditRow, note } from './note-event.ts';
import { park, refuseWhileBeingOrdered } from './park-event.ts';
import { readReport, type ReportReading } from './read-report.ts';

export interface ApplyEventDeps {
  connection: ConnectionProfile;
  checkr: Pick<Checkr, 'getReport' | 'getInvitation' | 'getAdverseAction' | 'listAdverseItems' | 'reportUrl'>;
  records: CheckRecords;
  lock: RecordLock;
  /** Unix milliseconds. */
  now(): number;
}

/** What became of an event; for the log. */
export type AppliedOutcome = 'applied' | 'created' | 'unknown' | 'late' | 'no-change' | 'quarantined';

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
    read: () => readReport(deps, reportId),
    work: (reading) => applyReading(deps, event, reading),
  });
}

async function applyReading(deps: ApplyEventDeps, event: VendorEvent, reading: ReportReading): Promise<AppliedOutcome> {
  const { report, checks, check, adverse } = reading;
  if (!check) return applyUnordered(deps, event, { report, checks });
  // What was kept is read hours later, as reconciling does.
  if (isLaggingRead(report, check, event.wasParked ? RECONCILE : event.type))
    throw new Failure('unavailable', 'checkr-read-lags');
  const reportUrl = deps.checkr.reportUrl(report.id);
  const change = { ...changeFromReport(report, check, deps.connection), ...adverse, reportUrl, invitationUrl: null };
  if (check.connectionKey === connectionKey(deps.connection))
    await (reading.itemsKept ??= keepAdverseItems(deps, check, { report, change }));
  return write(deps, event, { check, change, screenings: report.screenings });
}

/** Reviewers see what may be cited from the moment a review begins until it ends; nobody keeps it after that. */
async function keepAdverseItems(
  { checkr, records }: ApplyEventDeps,
  check: Check,
  { report, change }: { report: Report; change: CheckChange },
): Promise<void> {
  const wasInReview = check.status === 'Review Required';
  const isInReview = change.status === 'Review Required';
  if (isInReview && !wasInReview && change.result === 'Consider') {
    await records.replaceAdverseItems(check.id, await checkr.listAdverseItems(report.id));
  }
  if (wasInReview && !isInReview) await records.replaceAdverseItems(check.id, []);
}

async function applyAdverseAction(deps: ApplyEventDeps, event: VendorEvent): Promise<AppliedOutcome> {
  const action = await deps.checkr.getAdverseAction(event.objectId);
  return deps.lock.hold(action.reportId, async () => {
    const [check] = await deps.records.listByReportOrCandidate(action.reportId, null);
    return check
      ? write(deps, event, { check, change: changeFromAdverseAction(action) })
      : park(deps, event, { checks: [], parentId: action.reportId });
  });
}

async function applyInvitation(deps: ApplyEventDeps, event: VendorEvent): Promise<AppliedOutcome> {
  const invitation = await deps.checkr.getInvitation(event.objectId);
  if (invitation.reportId) return applyReport(deps, event, invitation.reportId);
  return deps.lock.hold(event.objectId, async () => {
    const checks = await deps.records.listByInvitationOrCandidate(event.objectId, invitation.candidateId);
    const check = checks.find(({ invitationId }) => invitationId === event.objectId);
    if (!check) return park(deps, event, { checks, parentId: invitation.candidateId });
    const change = changeFromInvitation(invitation, check);
    if (change) return write(deps, event, { check, change });
    await note(deps, event, { outcome: 'Ignored', reason: 'The check already says so.', checkId: check.id });
    return 'no-change';
  });
}

/** A report of somebody we know that nobody here ordered (continuous check, dashboard) is a check of its own. */
async function applyUnordered(
  deps: ApplyEventDeps,
  event: VendorEvent,
  { report, checks }: { report: Report; checks: Check[] },
): Promise<AppliedOutcome> {
  refuseWhileBeingOrdered(checks);
  const known = checks.at(-1);
  if (!known) return park(deps, event, { checks, parentId: report.candidateId });
  if (known.connectionKey !== connectionKey(deps.connection)) return 'quarantined';
  await createUnordered(deps, report, known);
  await note(deps, event, {
    outcome: 'Applied',
    reason: 'Nobody here ordered it: it became a check of its own.',
    checkId: null,
  });
  return 'created';
}

interface Written {
  check: Check;
  change: Parameters<CheckRecords['write']>[1];
  screenings?: WrittenBesides['screenings'];
}

async function write(
  deps: ApplyEventDeps,
  event: VendorEvent,
  { check, change, screenings = [] }: Written,
): Promise<AppliedOutcome> {
  if (check.connectionKey && check.connectionKey !== connectionKey(deps.connection)) return 'quarantined';
  const summary = [change.status, change.result, change.adverseActionStatus].filter(Boolean).join(', ') || null;
  const applied = auditRow(deps, event, { outcome: 'Applied', reason: null, checkId: check.id, summary });
  try {
    await deps.records.write(check.id, change, { screenings, ...(applied ? { event: applied } : {}) });
    return 'applied';
  } catch (error) {
    if (!isFailure(error, 'late')) throw error;
    await note(deps, event, { outcome: 'Late', reason: 'The check already shows something newer.', checkId: check.id });
    return 'late';
  }
}

import { isFinal, type Check, type CheckChange } from '../domain/check.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import type { CheckRecords, Checkr, RecordLock } from '../domain/ports.ts';
import type { Invitation, Report } from '../domain/report.ts';
import { changeFromReport } from '../domain/report-outcome.ts';

export interface ApplyEventDeps {
  connection: ConnectionProfile;
  checkr: Pick<Checkr, 'getReport' | 'getInvitation' | 'reportUrl'>;
  records: CheckRecords;
  lock: RecordLock;
}

/** What became of an event; for the log. */
export type EventOutcome = 'applied' | 'created' | 'unknown' | 'late' | 'no-change' | 'quarantined';

/**
 * Brings the record in line with what Checkr says now. The event only tells *which* object changed,
 * so events may come twice, late or in any order.
 */
export function applyEvent(
  deps: ApplyEventDeps,
  { objectType, objectId }: { objectType: 'invitation' | 'report'; objectId: string },
): Promise<EventOutcome> {
  return objectType === 'report' ? applyReport(deps, objectId) : applyInvitation(deps, objectId);
}

/** Events of one report are worked off one at a time, so that each sees what the one before it wrote. */
function applyReport(deps: ApplyEventDeps, reportId: string): Promise<EventOutcome> {
  return deps.lock.hold(reportId, async () => {
    const report = await deps.checkr.getReport(reportId);
    const checks = await deps.records.listByReportOrCandidate(report.id, report.candidateId);
    const check = await findCheckOf(deps, report, checks);
    if (!check) return createUnordered(deps, report, checks);
    const reportUrl = deps.checkr.reportUrl(reportId);
    return write(deps, check, { ...changeFromReport(report, check, deps.connection), reportUrl, invitationUrl: null });
  });
}

async function applyInvitation(deps: ApplyEventDeps, invitationId: string): Promise<EventOutcome> {
  const invitation = await deps.checkr.getInvitation(invitationId);
  if (invitation.reportId) return applyReport(deps, invitation.reportId);
  return deps.lock.hold(invitationId, async () => {
    const checks = await deps.records.listByInvitationOrCandidate(invitationId, invitation.candidateId);
    const check = checks.find((each) => each.invitationId === invitationId);
    if (!check) return unknownUnlessBeingOrdered(checks);
    const change = changeFromInvitation(invitation, check);
    return change ? write(deps, check, change) : 'no-change';
  });
}

/** By the report's id, else by the invitation that led to it: the candidate alone may have several checks. */
async function findCheckOf({ checkr }: ApplyEventDeps, report: Report, checks: Check[]): Promise<Check | null> {
  const known = checks.find(({ reportId }) => reportId === report.id);
  if (known) return known;
  for (const check of checks) {
    if (check.reportId || !check.invitationId) continue;
    const invitation = await checkr.getInvitation(check.invitationId);
    if (invitation.reportId === report.id) return check;
  }
  return null;
}

/** A report of somebody we know that nobody here ordered (continuous check, dashboard) is a check of its own. */
async function createUnordered(deps: ApplyEventDeps, report: Report, checks: Check[]): Promise<EventOutcome> {
  const known = checks.at(-1);
  if (unknownUnlessBeingOrdered(checks) && !known) return 'unknown';
  const { connection, checkr, records } = deps;
  if (!known || known.connectionKey !== connectionKey(connection)) return 'quarantined';
  await records.createUnordered({
    leadId: known.leadId,
    contactId: known.contactId,
    source: report.source === 'continuous_check' ? 'Continuous' : 'Dashboard',
    change: {
      ...changeFromReport(report, { status: 'Requested' }, connection),
      reportId: report.id,
      reportUrl: checkr.reportUrl(report.id),
      candidateId: report.candidateId,
      connectionKey: connectionKey(connection),
      ...(report.packageSlug ? { packageSlug: report.packageSlug } : {}),
    },
  });
  return 'created';
}

/** While an action on that candidate is still being written down, its ids are a moment away: try again then. */
function unknownUnlessBeingOrdered(checks: Check[]): 'unknown' {
  const isBeingOrdered = checks.some(({ requestedAction }) => requestedAction !== null);
  if (isBeingOrdered) throw new Failure('unavailable', 'order-still-being-written');
  return 'unknown';
}

/** Null when the record already says all there is to say. */
function changeFromInvitation(invitation: Invitation, check: Check): CheckChange | null {
  if (check.reportId || isFinal(check.status)) return null;
  // It was deleted to make room for the next one.
  if (check.requestedAction === 'Resend Invitation') return null;
  const sourceReadAt = invitation.readAt;
  if (invitation.isDeleted) return { status: 'Canceled', invitationUrl: null, sourceReadAt };
  if (invitation.status === 'expired') return { status: 'Expired', invitationUrl: null, sourceReadAt };
  return null;
}

async function write(
  { connection, records }: ApplyEventDeps,
  check: Check,
  change: CheckChange,
): Promise<EventOutcome> {
  if (check.connectionKey && check.connectionKey !== connectionKey(connection)) return 'quarantined';
  try {
    await records.write(check.id, change);
    return 'applied';
  } catch (error) {
    if (isFailure(error, 'late')) return 'late';
    throw error;
  }
}

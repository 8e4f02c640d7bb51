import type { Check, CheckChange } from '../domain/check.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { isOrderedFor } from '../domain/idempotency-key.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckRecords } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import { followAdverseAction } from './follow-adverse-action.ts';
import type { itemsToKeep } from './keep-adverse-items.ts';

/** A report and what stands here of it, as all events that came before the reading see it. */
export interface ReportReading {
  report: Report;
  /** Every check of its candidate. */
  checks: Check[];
  check: Check | null;
  /** What the adverse action of the check says meanwhile. */
  adverse: CheckChange;
  /** Set by the first event that asks for the items a reviewer may cite. */
  items?: ReturnType<typeof itemsToKeep>;
  /** Set by the first event of a report nobody here ordered: the check it became. */
  made?: Promise<Check | undefined>;
}

interface ReadReportDeps {
  connection: ConnectionProfile;
  checkr: Pick<Checkr, 'getReport' | 'getInvitation' | 'getAdverseAction'>;
  records: Pick<CheckRecords, 'listByReportOrCandidate'>;
}

/** Reads a report at Checkr, and then the check it belongs to. */
export async function readReport(
  { checkr, records, connection }: ReadReportDeps,
  reportId: string,
): Promise<ReportReading> {
  const report = await checkr.getReport(reportId);
  const checks = await records.listByReportOrCandidate(report.id, report.candidateId);
  const check = await findCheckOf(checkr, report, checks);
  const isOurs = check?.connectionKey === connectionKey(connection);
  return { report, checks, check, adverse: check && isOurs ? await followAdverseAction(checkr, check) : {} };
}

/**
 * By the report's id, else by the invitation that led to it, else by the tag of an order that was never written down: the
 * candidate alone may have several checks.
 */
async function findCheckOf(
  checkr: Pick<Checkr, 'getInvitation'>,
  report: Report,
  checks: Check[],
): Promise<Check | null> {
  const known = checks.find(({ reportId }) => reportId === report.id);
  if (known) return known;
  for (const check of checks) {
    if (check.reportId || !check.invitationId) continue;
    const invitation = await checkr.getInvitation(check.invitationId);
    if (invitation.reportId === report.id) return check;
  }
  return checks.find((check) => isUnwritten(check) && isOrderedFor(check.id, report.tags)) ?? null;
}

/** While it is still being ordered its ids are a moment away; one that is invited waits for that invitation alone. */
function isUnwritten({ reportId, requestedAction, status }: Check): boolean {
  return reportId === null && requestedAction === null && status !== 'Invited';
}

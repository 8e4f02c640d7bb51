import type { Check, CheckChange, CheckResult, CheckStatus, ReopenReason } from './check.ts';
import { isFinal } from './check.ts';
import type { Report } from './report.ts';
import { isOwnLook } from './vendor-event.ts';

/** How long an account with Assess may take to judge a completed report before a person has to look, in milliseconds. */
const ASSESSMENT_GRACE_MS = 30 * 60 * 1000;

/** Checkr names moments by the second. */
const CHECKRS_SECOND_MS = 1000;

const STATUSES_AFTER_COMPLETION: readonly CheckStatus[] = ['Completed', 'Review Required', 'Disputed'];
const EVENTS_AFTER_COMPLETION: readonly string[] = ['report.completed', 'report.canceled', 'report.disputed'];

const RESULTS = { clear: 'Clear', consider: 'Consider' } as const;
const ASSESSMENTS = { eligible: 'Eligible', review: 'Review', escalated: 'Escalated' } as const;
const ADJUDICATIONS = {
  engaged: 'Engaged',
  pre_adverse_action: 'Pre-Adverse Action',
  post_adverse_action: 'Post-Adverse Action',
} as const;
const STATUSES_BEFORE_COMPLETION = {
  pending: 'In Progress',
  suspended: 'Suspended',
  paused: 'Suspended',
  dispute: 'Disputed',
  canceled: 'Canceled',
} as const;

/** What a check showed before, as far as it matters for what its report makes of it; one just made shows its status alone. */
export type CheckBefore = Pick<Check, 'status'> &
  Partial<Pick<Check, 'adjudication' | 'sourceReadAt' | 'reviewDecision' | 'reviewedRevision'>> & {
    /** When Checkr says that the report was engaged, where an event tells; Unix milliseconds. */
    engagedAt?: number | null;
  };

/** What a check must say once its report says this. Pure: the table of `docs/results.md`. */
export function changeFromReport(report: Report, check: CheckBefore, account: { usesAssess: boolean }): CheckChange {
  const status = statusFromReport(report, check, account);
  const change: CheckChange = {
    status,
    reportId: report.id,
    externalId: `Checkr:${report.id}`,
    result: resultFromReport(report),
    assessment: report.assessment && ASSESSMENTS[report.assessment],
    adjudication: report.adjudication && ADJUDICATIONS[report.adjudication],
    includesCanceled: report.includesCanceled,
    resultSummary: summaryOf(report, status),
    estimatedCompletion: report.status === 'pending' ? report.estimatedCompletion : null,
    completedAt: report.completedAt,
    turnaroundSeconds: report.turnaroundSeconds,
    sourceReadAt: report.readAt,
    errorRetrieveReport: null,
  };
  if (isFinal(check.status) && !isFinal(status)) change.reopenReason = reopenReason(report);
  return change;
}

/**
 * Whether a report was read from a copy of Checkr's that lags behind: it is pending, although the record or the event
 * that led here knows of its completion. Only an upgrade makes a completed report pending again. What reconciling reads
 * hours later is believed: better a pass taken away than one that no longer holds.
 */
export function isLaggingRead(report: Report, check: Pick<Check, 'status'>, eventType: string): boolean {
  if (report.status !== 'pending' || report.upgradedAt || isOwnLook(eventType)) return false;
  return STATUSES_AFTER_COMPLETION.includes(check.status) || EVENTS_AFTER_COMPLETION.includes(eventType);
}

function statusFromReport(report: Report, check: CheckBefore, account: { usesAssess: boolean }): CheckStatus {
  if (report.status !== 'complete') return STATUSES_BEFORE_COMPLETION[report.status];
  if (report.adjudication === 'post_adverse_action') return 'Completed';
  if (report.adjudication === 'pre_adverse_action') return 'Review Required';
  if (report.adjudication === 'engaged' && isAcceptedAsItIs(report, check)) return 'Completed';
  if (isAssessmentAwaited(report, account)) return 'In Progress';
  return isClean(report, account) ? 'Completed' : 'Review Required';
}

/**
 * Whether the acceptance counts for what the report says now. Checkr keeps the word "engaged" on a report that is revised
 * or upgraded later, and does not say when it was given; what was accepted before says nothing about what was found since.
 */
function isAcceptedAsItIs(report: Report, check: CheckBefore): boolean {
  const changedAt = lastChangeOf(report);
  if (changedAt === null) return true;
  const isReadSince = (check.sourceReadAt ?? 0) >= changedAt + CHECKRS_SECOND_MS;
  const isSettledSince = isReadSince && (check.status === 'Completed' || check.adjudication === null);
  const isDecidedHere = check.reviewDecision === 'Finalize Clear' && (check.reviewedRevision ?? 0) >= changedAt;
  return isSettledSince || isDecidedHere || (check.engagedAt ?? 0) >= changedAt;
}

/** When something may have been found after the report was complete for the first time; null when nothing can have been. */
function lastChangeOf({ revisedAt, upgradedAt, completedAt }: Report): number | null {
  const changes = [revisedAt, upgradedAt && completedAt].flatMap((at) => (at ? [Date.parse(at)] : []));
  return changes.length > 0 ? Math.max(...changes) : null;
}

function isAssessmentAwaited(report: Report, account: { usesAssess: boolean }): boolean {
  if (!account.usesAssess || report.assessment || !report.completedAt) return false;
  return report.readAt - Date.parse(report.completedAt) < ASSESSMENT_GRACE_MS;
}

/** Clear is only clear when all of it is: a canceled screening was never searched. */
function isClean(report: Report, account: { usesAssess: boolean }): boolean {
  if (report.includesCanceled) return false;
  if (report.assessment) return report.assessment === 'eligible';
  return !account.usesAssess && report.result === 'clear';
}

function resultFromReport(report: Report): CheckResult | null {
  if (report.adjudication === 'post_adverse_action') return 'Adverse';
  return report.result && RESULTS[report.result];
}

function reopenReason(report: Report): ReopenReason {
  if (report.status === 'dispute') return 'Dispute';
  return report.upgradedAt ? 'Upgrade' : 'Revision';
}

function summaryOf(report: Report, status: CheckStatus): string | null {
  if (report.status === 'canceled') return 'Checkr canceled the whole report: nothing was searched.';
  if (report.status === 'complete' && report.includesCanceled) {
    return 'At least one screening was canceled, so this report does not cover everything that was ordered.';
  }
  if (status === 'Completed' && report.result === 'clear') return 'Every screening that was ordered came back clear.';
  if (status === 'Completed' && report.adjudication)
    return 'Checkr found something, and a decision was made about it. Open the full report to see it.';
  if (status !== 'Review Required') return null;
  if (report.adjudication === 'engaged')
    return 'The report changed after it was accepted. Look at it again, then decide.';
  if (report.adjudication === 'pre_adverse_action') return 'A pre-adverse action notice was sent to the applicant.';
  return 'Checkr found something a reviewer has to look at. Open the full report to see it.';
}

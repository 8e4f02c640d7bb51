import type { CheckChange, CheckResult, CheckStatus, ReopenReason } from './check.ts';
import { isFinal } from './check.ts';
import { changedAtOf, isAcceptedAsItIs, type CheckBefore } from './report-acceptance.ts';
import type { Report } from './report.ts';

/** How long an account with Assess may take to judge a completed report before a person has to look, in milliseconds. */
export const ASSESSMENT_GRACE_MS = 30 * 60 * 1000;

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
    reportChangedAt: changedAtOf(report),
    errorRetrieveReport: null,
  };
  if (isFinal(check.status) && !isFinal(status)) change.reopenReason = reopenReason(report);
  return change;
}

function statusFromReport(report: Report, check: CheckBefore, account: { usesAssess: boolean }): CheckStatus {
  if (report.status !== 'complete') return STATUSES_BEFORE_COMPLETION[report.status];
  if (report.adjudication === 'post_adverse_action') return 'Completed';
  if (report.adjudication === 'pre_adverse_action') return 'Review Required';
  if (report.adjudication === 'engaged' && isAcceptedAsItIs(report, check)) return 'Completed';
  if (isAssessmentAwaited(report, account)) return 'In Progress';
  return isClean(report, account) ? 'Completed' : 'Review Required';
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

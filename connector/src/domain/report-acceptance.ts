import type { Check } from './check.ts';
import type { Report } from './report.ts';

/** Checkr names moments by the second. */
const CHECKRS_SECOND_MS = 1000;

/**
 * Nobody reads a revision and accepts it faster. What is engaged sooner after one was on its way before, as our own
 * decision may be for as long as a call to Checkr may take.
 */
const FASTEST_ACCEPTANCE_MS = 30 * 1000;

/** What a check showed before, as far as it matters for what its report makes of it; one just made shows its status alone. */
export type CheckBefore = Pick<Check, 'status'> &
  Partial<Pick<Check, 'adjudication' | 'sourceReadAt' | 'reportChangedAt' | 'reviewDecision' | 'reviewedRevision'>> & {
    /** When Checkr says that the report was engaged, Unix milliseconds; 0 where no event tells. */
    engagedAt?: number;
  };

/** When the report was completed, upgraded or revised last, Unix milliseconds; null when none of it ever happened. */
export function changedAtOf({ completedAt, upgradedAt, revisedAt }: Report): number | null {
  const changes = [completedAt, upgradedAt, revisedAt].flatMap((at) => (at ? [Date.parse(at)] : []));
  return changes.length > 0 ? Math.max(...changes) : null;
}

/** Whether this is a copy of Checkr's from before the last change the check shows; only a complete one tells its age. */
export function isOlderThanShown(report: Report, { reportChangedAt }: Pick<Check, 'reportChangedAt'>): boolean {
  return report.status === 'complete' && (changedAtOf(report) ?? Infinity) < (reportChangedAt ?? 0);
}

/**
 * Whether the acceptance counts for what the report says now. Checkr keeps the word "engaged" on a report that is revised
 * or upgraded later, and does not say when it was given; what was accepted before says nothing about what was found since.
 */
export function isAcceptedAsItIs(report: Report, check: CheckBefore): boolean {
  const changedAt = report.revisedAt || report.upgradedAt ? changedAtOf(report) : null;
  if (changedAt === null) return true;
  if (isShownAsSettled(check, changedAt) || isDecidedHere(check, changedAt)) return true;
  return (check.engagedAt ?? 0) >= changedAt + FASTEST_ACCEPTANCE_MS;
}

/** It showed this very change, either as a pass or not engaged yet. When it was read says nothing: copies lag behind. */
function isShownAsSettled({ status, adjudication, reportChangedAt, sourceReadAt }: CheckBefore, at: number): boolean {
  if (reportChangedAt === at) return status === 'Completed' || adjudication === null;
  // Passes from before changes were kept would all be taken away by the next look.
  return !reportChangedAt && status === 'Completed' && (sourceReadAt ?? 0) >= at + CHECKRS_SECOND_MS;
}

/** The org withdraws the decision when the change it shows is another one. */
function isDecidedHere({ reviewDecision, reviewedRevision, reportChangedAt }: CheckBefore, at: number): boolean {
  return reviewDecision === 'Finalize Clear' && (reviewedRevision ?? 0) >= at && (reportChangedAt ?? at) === at;
}

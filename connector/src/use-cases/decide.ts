import type { Check, CheckChange } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import { changedAtOf } from '../domain/report-acceptance.ts';
import type { Report } from '../domain/report.ts';
import type { ActionDeps } from './action-deps.ts';
import { readUpToDate } from './read-made.ts';
import { refusable } from './refusable.ts';

/** Sends a decision about a check's report. Refused, it is withdrawn, so that the reviewer can decide again. */
export async function decide(
  deps: ActionDeps,
  check: Check,
  send: (report: Report) => Promise<CheckChange>,
): Promise<'done' | 'refused'> {
  const change = await refusable({
    records: deps.records,
    check,
    field: 'errorRetrieveReport',
    onRefusal: { reviewDecision: null, adverseActionStatus: null },
    run: async () => {
      if (!check.reportId) throw new Failure('invalid', 'no-report-to-decide');
      const report = await readUpToDate(deps, check, check.reportId);
      refuseOutdated(report, check);
      return send(report);
    },
  });
  if (!change) return 'refused';
  await deps.records.write(check.id, { requestedAction: null, errorRetrieveReport: null, errorHelp: null, ...change });
  return change.reviewDecision === null ? 'refused' : 'done';
}

/** A decision counts for the report the reviewer saw, which may be older than its reading, and only while the org has not withdrawn it. */
function refuseOutdated(report: Report, check: Check): void {
  const { reviewedRevision, reportChangedAt, reviewDecision, requestedAction } = check;
  const seenUntil = reviewedRevision === null ? Infinity : Math.min(reviewedRevision, reportChangedAt ?? Infinity);
  const isOutdated = (changedAtOf(report) ?? 0) > seenUntil;
  const isWithdrawn = reviewDecision !== requestedAction;
  if (isOutdated || isWithdrawn) throw outdated();
}

/** Why a decision on what the reviewer saw does not count for what the report says now. */
export function outdated(): Failure {
  return new Failure('invalid', 'report-changed-since-review');
}

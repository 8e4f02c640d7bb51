import type { Check, CheckChange } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import type { Report } from '../domain/report.ts';
import type { ActionDeps } from './action-deps.ts';
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
      const report = await deps.checkr.getReport(check.reportId);
      refuseOutdated(report, check);
      return send(report);
    },
  });
  if (!change) return 'refused';
  await deps.records.write(check.id, { ...change, requestedAction: null, errorRetrieveReport: null, errorHelp: null });
  return 'done';
}

/** A decision counts for the report the reviewer saw, and only while the org has not withdrawn it. */
function refuseOutdated(report: Report, { reviewedRevision, reviewDecision, requestedAction }: Check): void {
  const changes = [report.completedAt, report.revisedAt, report.upgradedAt].map((at) => (at ? Date.parse(at) : 0));
  const isOutdated = reviewedRevision !== null && Math.max(...changes) > reviewedRevision;
  const isWithdrawn = reviewDecision !== requestedAction;
  if (isOutdated || isWithdrawn) throw new Failure('invalid', 'report-changed-since-review');
}

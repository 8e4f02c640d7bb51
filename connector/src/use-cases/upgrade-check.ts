import type { Check, CheckChange } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import { idempotencyKey } from '../domain/idempotency-key.ts';
import { changeFromReport } from '../domain/report-outcome.ts';
import type { ActionDeps } from './action-deps.ts';
import { refusable } from './refusable.ts';

/**
 * Orders a higher package on the report there is: Checkr runs what that adds, so a finished check is open again until the
 * new searches are done. A report that has the package already is not upgraded twice, however old the request.
 */
export async function upgradeCheck(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  const { records } = deps;
  const field = 'errorCreateReport';
  const change = await refusable({ records, check, onRefusal: {}, field, run: () => upgrade(deps, check) });
  if (!change) return 'refused';
  await records.write(check.id, { ...change, requestedAction: null, [field]: null, errorHelp: null });
  return 'done';
}

async function upgrade({ checkr, connection }: ActionDeps, check: Check): Promise<CheckChange> {
  const { reportId, upgradePackageSlug: packageSlug } = check;
  if (!reportId) throw new Failure('invalid', 'no-report-to-upgrade');
  if (!packageSlug) throw new Failure('invalid', 'no-package-to-upgrade-to');
  const before = await checkr.getReport(reportId);
  if (before.packageSlug !== packageSlug) {
    const order = { orgId: connection.orgId, checkId: check.id, operation: check.operation };
    await checkr.upgradeReport(reportId, packageSlug, idempotencyKey('upgrade-report', order));
  }
  const report = await checkr.getReport(reportId);
  // A copy that lags behind would show the old result as the one of the new package.
  if (report.packageSlug !== packageSlug) throw new Failure('unavailable', 'checkr-read-lags');
  return { ...changeFromReport(report, check, connection), packageSlug };
}

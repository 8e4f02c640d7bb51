import { adverseActionOf } from '../adverse-actions/adverse-action-of.ts';
import { adjudicate } from './adjudicate.ts';
import { ApiError } from '../http/api-error.ts';
import type { Parts } from '../parts.ts';
import type { Report } from './report.ts';
import { upgradeReport } from './upgrade-report.ts';

/** What Checkr answers when an adverse action stands in the way. */
export const PRE_EXISTING =
  'Report has a pre-existing adverse action. See https://docs.checkr.com/#operation/updateReport';

/** Engages the candidate of a report, or upgrades the report to a larger package. @throws ApiError 400, 404 */
export function updateReport(
  parts: Parts,
  report: Report,
  change: { package?: string | undefined; adjudication?: 'engaged' | undefined },
): void {
  if (!change.package && !change.adjudication) {
    throw new ApiError(400, 'package, adjudication are missing, at least one parameter must be provided');
  }
  const action = adverseActionOf(parts.store, report.id);
  const isFirm = action?.status === 'complete' || action?.status === 'dispute';
  if (change.package && isFirm) throw new ApiError(400, PRE_EXISTING);
  if (change.adjudication && action) throw new ApiError(400, PRE_EXISTING);
  if (change.package) upgradeReport(parts, report, change.package);
  if (change.adjudication) adjudicate(parts, report, 'engaged');
}

import type { WorkLocation } from '../candidates/candidate.ts';
import { getOrderedCandidate } from '../candidates/get-ordered-candidate.ts';
import { ApiError } from '../http/api-error.ts';
import { getPackage } from '../packages/get-package.ts';
import type { Parts } from '../parts.ts';
import { DAY_SECONDS } from '../time/timeline.ts';
import type { Report } from './report.ts';
import { reportProblem } from './report-problem.ts';
import { startReport } from './start-report.ts';

const REPORTS_PER_DAY = 3;

/** Orders a report on a candidate whose data are all there. @throws ApiError 400, 403, 404, 409 */
export function orderReport(
  parts: Parts,
  body: {
    package: string;
    candidate_id: string;
    work_locations?: WorkLocation[] | undefined;
    tags?: string[] | undefined;
  },
): Report {
  const { store, timeline } = parts;
  const candidate = getOrderedCandidate(store, body.candidate_id);
  const ordered = getPackage(store, body.package);
  const problem = reportProblem(candidate, ordered, timeline.now());
  if (problem) throw new ApiError(400, problem);
  const recent = candidate.report_ids.filter((id) => {
    const report = store.reports.get(id);
    return report && timeline.secondsSince(report.created_at) < DAY_SECONDS;
  });
  if (recent.length >= REPORTS_PER_DAY) {
    throw new ApiError(
      409,
      `Duplicate report detected. No more than ${REPORTS_PER_DAY} reports per candidate can be created within a 24 hour period`,
    );
  }
  const options = { tags: body.tags ?? [], workLocations: body.work_locations ?? [] };
  return startReport(parts, { candidate, ordered, source: 'api', ...options });
}

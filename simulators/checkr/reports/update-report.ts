import { ApiError } from '../http/api-error.ts';
import { getPackage } from '../packages/get-package.ts';
import type { Parts } from '../parts.ts';
import { DAY_SECONDS } from '../time/timeline.ts';
import { addScreening } from './add-screening.ts';
import { outcomeFor } from './outcomes.ts';
import { planReport } from './plan-report.ts';
import { reportJson } from './report.ts';
import type { Report } from './report.ts';
import { reportProblem } from './report-problem.ts';
import { runSteps } from './run-steps.ts';

const UPGRADE_DAYS = 30;

/** Engages the candidate of a report, or upgrades the report to a larger package. @throws ApiError 400, 404 */
export function updateReport(
  parts: Parts,
  report: Report,
  change: { package?: string | undefined; adjudication?: 'engaged' | undefined },
): void {
  if (!change.package && !change.adjudication) {
    throw new ApiError(400, 'package, adjudication are missing, at least one parameter must be provided');
  }
  if (change.package) upgrade(parts, report, change.package);
  if (change.adjudication) engage(parts, report);
}

function engage({ store, publish }: Parts, report: Report): void {
  report.adjudication = 'engaged';
  const candidate = store.candidates.get(report.candidate_id);
  if (candidate?.report_ids.at(-1) === report.id) candidate.adjudication = 'engaged';
  publish('report.engaged', reportJson(report));
}

function upgrade(parts: Parts, report: Report, slug: string): void {
  const ordered = getPackage(parts.store, slug);
  const candidate = parts.store.candidates.get(report.candidate_id);
  if (!candidate?.ssn) throw new ApiError(400, 'Candidate must have SSN to upgrade report.');
  if (parts.timeline.secondsSince(report.created_at) > UPGRADE_DAYS * DAY_SECONDS) {
    throw new ApiError(400, 'Report is too old to upgrade');
  }
  const present = new Set(report.screenings.map((screening) => screening.type));
  const added = ordered.screenings.filter((screening) => !present.has(screening.type));
  if (added.length === 0) throw new ApiError(400, 'New package does not add any screenings');
  const problem = reportProblem(candidate, ordered, parts.timeline.now());
  if (problem) throw new ApiError(400, problem);
  for (const { type } of added) addScreening(parts, report, type);
  const now = parts.timeline.stamp();
  Object.assign(report, { package: ordered.slug, upgraded_at: now, status: 'pending', result: null });
  Object.assign(report, { completed_at: null, turnaround_time: null, assessment: null });
  parts.publish('report.upgraded', reportJson(report));
  runSteps(parts, report, planReport({ parts, report, outcome: outcomeFor(candidate) }));
}

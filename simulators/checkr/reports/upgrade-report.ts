import { ApiError } from '../http/api-error.ts';
import { getPackage } from '../packages/get-package.ts';
import { isByInvitationOnly } from '../packages/ordering-limits.ts';
import type { Package } from '../packages/package.ts';
import type { Candidate } from '../candidates/candidate.ts';
import type { Parts } from '../parts.ts';
import { DAY_SECONDS } from '../time/timeline.ts';
import { addScreening } from './add-screening.ts';
import { forgetAssessment } from './assess-report.ts';
import { outcomeOf } from './outcome-of.ts';
import { planReport } from './plan-report.ts';
import { reportJson } from './report.ts';
import type { Report } from './report.ts';
import { reportProblem } from './report-problem.ts';
import { runSteps } from './run-steps.ts';

const UPGRADE_DAYS = 30;

/** Adds the screenings of a larger package to a report and runs them. @throws ApiError 400, 404 */
export function upgradeReport(parts: Parts, report: Report, slug: string): void {
  const ordered = getPackage(parts.store, slug);
  const candidate = parts.store.candidates.get(report.candidate_id);
  if (!candidate?.ssn && !candidate?.isInternational) {
    throw new ApiError(400, 'Candidate must have SSN to upgrade report.');
  }
  if (parts.timeline.secondsSince(report.created_at) > UPGRADE_DAYS * DAY_SECONDS) {
    throw new ApiError(400, 'Report is too old to upgrade');
  }
  const present = new Set(report.screenings.map((screening) => screening.type));
  const added = ordered.screenings.filter((screening) => !present.has(screening.type));
  if (added.length === 0) throw new ApiError(400, 'New package does not add any screenings');
  refuse(parts, { candidate, ordered, added });
  for (const screening of added) addScreening(parts, report, screening);
  reopen(parts, report, ordered.slug);
  parts.publish('report.upgraded', reportJson(report));
  runSteps(parts, report, planReport({ parts, report, outcome: outcomeOf(report, candidate) }));
}

function refuse(
  { timeline }: Parts,
  order: { candidate: Candidate; ordered: Package; added: Package['screenings'] },
): void {
  const { candidate, ordered, added } = order;
  if (isByInvitationOnly({ screenings: added }) && !candidate.isInternational) {
    throw new ApiError(400, `Package ${ordered.slug} can only be ordered by invitation`);
  }
  const problem = reportProblem(candidate, ordered, timeline.now());
  if (problem) throw new ApiError(400, problem);
}

function reopen({ timeline }: Parts, report: Report, slug: string): void {
  for (const screening of report.screenings) if (screening.status === 'suspended') screening.status = 'pending';
  forgetAssessment(report);
  const now = timeline.stamp();
  Object.assign(report, { package: slug, upgraded_at: now, status: 'pending', result: null });
  Object.assign(report, { completed_at: null, turnaround_time: null });
}

import type { Candidate, WorkLocation } from '../candidates/candidate.ts';
import { newId } from '../ids.ts';
import type { Package } from '../packages/package.ts';
import type { Parts } from '../parts.ts';
import { addScreening } from './add-screening.ts';
import { outcomeFor } from './outcomes.ts';
import { planReport } from './plan-report.ts';
import { reportJson } from './report.ts';
import type { Report } from './report.ts';
import { runSteps } from './run-steps.ts';

/** Opens a report for a candidate and sets it going. */
export function startReport(
  parts: Parts,
  order: {
    candidate: Candidate;
    ordered: Package;
    source: Report['source'];
    tags: string[];
    workLocations: WorkLocation[];
  },
): Report {
  const { store, timeline } = parts;
  const report: Report = {
    id: newId(),
    status: 'pending',
    result: null,
    created_at: timeline.stamp(),
    completed_at: null,
    revised_at: null,
    upgraded_at: null,
    turnaround_time: null,
    package: order.ordered.slug,
    tags: order.tags,
    adjudication: null,
    assessment: null,
    source: order.source,
    work_locations: order.workLocations,
    estimate: null,
    candidate_id: order.candidate.id,
    screenings: [],
    callOffNextStep: () => undefined,
  };
  store.reports.set(report.id, report);
  order.candidate.report_ids.push(report.id);
  for (const { type } of order.ordered.screenings) addScreening(parts, report, type);
  parts.publish('report.created', reportJson(report));
  runSteps(parts, report, planReport({ parts, report, outcome: outcomeFor(order.candidate) }));
  return report;
}

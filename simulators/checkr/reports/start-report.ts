import type { Candidate, WorkLocation } from '../candidates/candidate.ts';
import { newId, newInternationalId } from '../ids.ts';
import { isInternational } from '../packages/ordering-limits.ts';
import type { OrderedPackage } from '../packages/package.ts';
import type { Parts } from '../parts.ts';
import { addScreening } from './add-screening.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Outcome } from './outcomes.ts';
import { planReport } from './plan-report.ts';
import { reportJson } from './report.ts';
import type { Report } from './report.ts';
import { runSteps } from './run-steps.ts';

/** An order that may be carried out; `outcome` says how it goes, the table of test people does when it is null. */
export interface Order {
  candidate: Candidate;
  ordered: OrderedPackage;
  source: Report['source'];
  tags: string[];
  workLocations: WorkLocation[];
  segmentStamps: string[];
  documentIds?: string[];
  outcome?: Outcome | null;
}

/** Opens a report for a candidate and sets it going. */
export function startReport(parts: Parts, order: Order): Report {
  const report = emptyReport(order, parts.timeline.stamp());
  parts.store.reports.set(report.id, report);
  order.candidate.report_ids.push(report.id);
  order.candidate.adjudication = null;
  for (const screening of order.ordered.screenings) addScreening(parts, report, screening);
  parts.publish('report.created', reportJson(report));
  runSteps(parts, report, planReport({ parts, report, outcome: outcomeOf(report, order.candidate) }));
  return report;
}

function emptyReport(order: Order, createdAt: string): Report {
  return {
    id: isInternational(order.ordered) ? newInternationalId() : newId(),
    status: 'pending',
    result: null,
    created_at: createdAt,
    completed_at: null,
    revised_at: null,
    upgraded_at: null,
    turnaround_time: null,
    package: order.ordered.slug,
    tags: order.tags,
    adjudication: null,
    assessment: null,
    source: order.source,
    segment_stamps: order.segmentStamps,
    work_locations: order.workLocations,
    estimate: null,
    candidate_id: order.candidate.id,
    document_ids: order.documentIds ?? [],
    screenings: [],
    orderedOutcome: order.outcome ?? null,
    callOffNextStep: () => undefined,
  };
}

import { resumeAfterDispute, stopForDispute } from '../adverse-actions/adverse-action-moves.ts';
import type { Parts } from '../parts.ts';
import type { CancellationReason } from '../screenings/cancellation-reasons.ts';
import { addDrugEvent } from '../screenings/details/drug-details.ts';
import type { DrugEvent } from '../screenings/details/drug-details.ts';
import { cancelScreening, finishScreening } from '../screenings/finish-screening.ts';
import type { Screening } from '../screenings/screening.ts';
import { addScreening } from './add-screening.ts';
import { assessReport } from './assess-report.ts';
import { closeReport } from './close-report.ts';
import type { Outcome } from './outcomes.ts';
import { reportJson } from './report.ts';
import type { Report } from './report.ts';
import { reviseScreenings } from './revise-screenings.ts';
import { setEstimate } from './set-estimate.ts';

/** A report on its way, and the row of the table that says how it goes. */
export interface Course {
  parts: Parts;
  report: Report;
  outcome: Outcome;
}

const REASONS: Partial<Record<Screening['type'], CancellationReason>> = {
  county_criminal_search: 'source_inaccessible_closed_court',
  motor_vehicle_report: 'unable_to_fulfill_mvr',
  drug_screening: 'missing_required_information',
};

/** All that can happen to a report on its way; each move changes it and tells the webhooks. */
export const reportMoves = {
  /** Names the day the report should be done. */
  estimate(course: Course, days: number): void {
    setEstimate(course.parts.timeline, course.report, days);
    tell(course, 'updated');
  },
  /** What has been ended by hand meanwhile stays as it is. */
  finishScreening(course: Course, screening: Screening, hasRecord: boolean): void {
    if (screening.status !== 'pending') return;
    finish(course, screening, hasRecord);
    tell(course, 'updated');
  },
  addDrugEvent(course: Course, screening: Screening, event: DrugEvent): void {
    if (screening.status !== 'pending') return;
    addDrugEvent(screening, event, course.parts.timeline.stamp());
    tell(course, 'updated');
  },
  cancelScreening(course: Course, screening: Screening): void {
    if (screening.status !== 'pending') return;
    cancelScreening(screening, REASONS[screening.type] ?? 'vendor_unable_to_complete');
    tell(course, 'updated');
  },
  /** A hit in the national search leads to the court that has the record. */
  addCountySearch(course: Course): void {
    const { parts, report } = course;
    finish(course, addScreening(parts, report, { type: 'county_criminal_search', subtype: null }), true);
    setEstimate(parts.timeline, report, 3);
    tell(course, 'updated');
  },
  suspend(course: Course): void {
    course.report.status = 'suspended';
    const held = course.report.screenings.find((screening) => screening.status === 'pending');
    if (held) held.status = 'suspended';
    tell(course, 'suspended');
  },
  pause(course: Course): void {
    course.report.status = 'paused';
    tell(course, 'paused');
  },
  resume(course: Course): void {
    course.report.status = 'pending';
    for (const screening of course.report.screenings) {
      if (screening.status === 'suspended') screening.status = 'pending';
    }
    tell(course, 'resumed');
  },
  complete(course: Course): void {
    tell(course, closeReport(course.parts, course.report));
  },
  cancel(course: Course): void {
    for (const screening of course.report.screenings) cancelScreening(screening, 'candidate_withdrew_consent');
    course.report.status = 'canceled';
    tell(course, 'canceled');
  },
  assess(course: Course): void {
    assessReport(course.report, course.outcome);
    tell(course, 'updated');
  },
  dispute(course: Course): void {
    course.report.status = 'dispute';
    stopForDispute(course.parts, course.report);
    tell(course, 'disputed');
  },
  /** The dispute ends: in the candidate's favour the records go, otherwise all stays as it was. */
  settle(course: Course, result: 'clear' | 'consider' = 'clear'): void {
    const { parts, report } = course;
    if (result === 'clear') revise(course, 'clear');
    else closeReport(parts, report);
    tell(course, 'completed');
    resumeAfterDispute(parts, report);
  },
  /** Something more became known after completion. */
  revise(course: Course, result: 'clear' | 'consider'): void {
    revise(course, result);
    tell(course, 'completed');
  },
};

function tell({ parts, report }: Course, event: string): void {
  parts.publish(`report.${event}`, reportJson(report));
}

function revise(course: Course, result: 'clear' | 'consider'): void {
  const { parts, report } = course;
  reviseScreenings(report, result, (screening, hasRecord) => finish(course, screening, hasRecord));
  closeReport(parts, report);
  report.revised_at = parts.timeline.stamp();
}

function finish({ parts, report, outcome }: Course, screening: Screening, hasRecord: boolean): void {
  const person = parts.store.candidates.get(report.candidate_id);
  if (person) finishScreening(screening, { person, hasRecord, trace: outcome.trace ?? {} }, parts.timeline);
}

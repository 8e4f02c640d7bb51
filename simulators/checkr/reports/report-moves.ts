import type { Parts } from '../parts.ts';
import { cancelScreening, finishScreening } from '../screenings/finish-screening.ts';
import type { CancellationReason } from '../screenings/finish-screening.ts';
import type { Screening } from '../screenings/screening.ts';
import { DAY_SECONDS, stampOf } from '../time/timeline.ts';
import { addScreening } from './add-screening.ts';
import { closeReport } from './close-report.ts';
import type { Outcome } from './outcomes.ts';
import { reportJson } from './report.ts';
import type { Report } from './report.ts';

/** A report on its way, and the row of the table that says how it goes. */
export interface Course {
  parts: Parts;
  report: Report;
  outcome: Outcome;
}

const REASONS: Partial<Record<Screening['type'], CancellationReason>> = {
  county_criminal_search: 'source_inaccessible_closed_court',
  motor_vehicle_report: 'unable_to_fulfill_mvr',
};

/** All that can happen to a report on its way; each move changes it and tells the webhooks. */
export const reportMoves = {
  /** Names the day the report should be done. */
  estimate(course: Course, days: number): void {
    setEstimate(course, days);
    tell(course, 'updated');
  },
  finishScreening(course: Course, screening: Screening, hasRecord: boolean): void {
    finish(course, screening, hasRecord);
    tell(course, 'updated');
  },
  cancelScreening(course: Course, screening: Screening): void {
    cancelScreening(screening, REASONS[screening.type] ?? 'vendor_unable_to_complete');
    tell(course, 'updated');
  },
  /** A hit in the national search leads to the court that has the record. */
  addCountySearch(course: Course): void {
    finish(course, addScreening(course.parts, course.report, 'county_criminal_search'), true);
    setEstimate(course, 3);
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
    closeReport(course.parts, course.report);
    tell(course, 'completed');
  },
  cancel(course: Course): void {
    for (const screening of course.report.screenings) cancelScreening(screening, 'candidate_withdrew_consent');
    course.report.status = 'canceled';
    tell(course, 'canceled');
  },
  assess(course: Course): void {
    const { report, outcome } = course;
    report.assessment = outcome.assessment ?? (report.result === 'clear' ? 'eligible' : 'review');
    tell(course, 'updated');
  },
  dispute(course: Course): void {
    course.report.status = 'dispute';
    tell(course, 'disputed');
  },
  /** The dispute ends in the candidate's favour. */
  settle(course: Course): void {
    const { parts, report } = course;
    for (const screening of report.screenings.filter((one) => one.result === 'consider')) {
      finish(course, screening, false);
    }
    closeReport(parts, report);
    report.revised_at = parts.timeline.stamp();
    tell(course, 'completed');
  },
};

function tell({ parts, report }: Course, event: string): void {
  parts.publish(`report.${event}`, reportJson(report));
}

function finish({ parts, report, outcome }: Course, screening: Screening, hasRecord: boolean): void {
  const person = parts.store.candidates.get(report.candidate_id);
  if (person) finishScreening(screening, { person, hasRecord, trace: outcome.trace ?? {} }, parts.timeline);
}

function setEstimate({ parts: { timeline }, report }: Course, days: number): void {
  const day = new Date(timeline.now().getTime() + days * DAY_SECONDS * 1000);
  day.setUTCHours(0, 0, 0, 0);
  report.estimate = { generated_at: timeline.stamp(), completion_time: stampOf(day) };
}

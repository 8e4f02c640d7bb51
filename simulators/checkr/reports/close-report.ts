import type { Parts } from '../parts.ts';
import { secondsBetween } from '../screenings/finish-screening.ts';
import type { Report } from './report.ts';

/** Completes a report with the result of what was finished; the time it took counts from its order. */
export function closeReport({ timeline }: Parts, report: Report): void {
  report.status = 'complete';
  report.result = report.screenings.some((screening) => screening.result === 'consider') ? 'consider' : 'clear';
  report.completed_at ??= timeline.stamp();
  report.turnaround_time ??= secondsBetween(report.created_at, report.completed_at);
}

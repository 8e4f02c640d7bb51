import type { Parts } from '../parts.ts';
import { secondsBetween } from '../screenings/finish-screening.ts';
import type { Report } from './report.ts';

/**
 * Completes a report with the result of what was finished; the time it took counts from its order.
 * When nothing was finished, the report is canceled.
 * @returns what the event of it is called
 */
export function closeReport({ timeline }: Parts, report: Report): 'completed' | 'canceled' {
  if (report.screenings.every((screening) => screening.status === 'canceled')) {
    report.status = 'canceled';
    report.result = null;
    return 'canceled';
  }
  report.status = 'complete';
  report.result = report.screenings.some((screening) => screening.result === 'consider') ? 'consider' : 'clear';
  report.completed_at ??= timeline.stamp();
  report.turnaround_time ??= secondsBetween(report.created_at, report.completed_at);
  return 'completed';
}

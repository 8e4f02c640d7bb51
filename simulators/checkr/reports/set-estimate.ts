import { DAY_SECONDS, stampOf } from '../time/timeline.ts';
import type { Timeline } from '../time/timeline.ts';
import type { Report } from './report.ts';

/** Names the day a report should be done, and with it those of its searches that show one. */
export function setEstimate(timeline: Timeline, report: Report, days: number): void {
  const day = new Date(timeline.now().getTime() + days * DAY_SECONDS * 1000);
  day.setUTCHours(0, 0, 0, 0);
  const time = stampOf(day);
  report.estimate = { generated_at: timeline.stamp(), completion_time: time };
  for (const { status, details } of report.screenings) {
    if (status !== 'pending' || !('estimated_completion_time' in details)) continue;
    Object.assign(details, { estimated_completion_time: time, estimated_completion_date: time.slice(0, 10) });
  }
}

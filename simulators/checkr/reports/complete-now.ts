import { ApiError } from '../http/api-error.ts';
import type { Parts } from '../parts.ts';
import { cancelScreening } from '../screenings/finish-screening.ts';
import { closeReport } from './close-report.ts';
import { reportJson } from './report.ts';
import type { Report } from './report.ts';

/** Ends a report at once: what is not finished is canceled. @throws ApiError 400 when it has ended already. */
export function completeNow(parts: Parts, report: Report): void {
  if (report.status === 'complete' || report.status === 'canceled') {
    throw new ApiError(400, `Report can not be completed because it is ${report.status}`);
  }
  report.callOffNextStep();
  for (const screening of report.screenings) {
    if (screening.status !== 'complete' && screening.status !== 'canceled') {
      cancelScreening(screening, 'complete_now_customer_requested');
    }
  }
  const end = closeReport(parts, report);
  const events = end === 'canceled' ? [end] : ['updated', end];
  for (const event of events) parts.publish(`report.${event}`, reportJson(report));
}

import type { Package } from '../packages/package.ts';
import type { Parts } from '../parts.ts';
import { openDetails } from '../screenings/open-details.ts';
import { createScreening } from '../screenings/screening.ts';
import type { Screening } from '../screenings/screening.ts';
import type { Report } from './report.ts';

/** Adds a screening that has just begun to a report. */
export function addScreening(
  { store, timeline }: Parts,
  report: Report,
  { type, subtype }: Package['screenings'][number],
): Screening {
  const createdAt = timeline.stamp();
  const [place] = report.work_locations;
  const details = openDetails(type, { reportId: report.id, place, subtype, createdAt });
  const screening = createScreening(type, createdAt, details);
  report.screenings.push(screening);
  store.screenings.set(screening.id, screening);
  return screening;
}

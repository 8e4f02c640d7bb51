import type { Parts } from '../parts.ts';
import { createScreening } from '../screenings/screening.ts';
import type { Screening } from '../screenings/screening.ts';
import type { ScreeningType } from '../screenings/screening-types.ts';
import type { Report } from './report.ts';

/** Adds a screening that has just begun to a report. */
export function addScreening({ store, timeline }: Parts, report: Report, type: ScreeningType): Screening {
  const screening = createScreening(type, timeline.stamp());
  report.screenings.push(screening);
  store.screenings.set(screening.id, screening);
  return screening;
}

import type { Screening } from '../screenings/screening.ts';
import { kindOf } from '../screenings/screening-types.ts';
import { forgetAssessment } from './assess-report.ts';
import type { Report } from './report.ts';

/**
 * Makes the finished screenings of a report say the wanted result; `finish` ends one anew.
 * A record goes to the last of them, which is the most particular one.
 */
export function reviseScreenings(
  report: Report,
  result: 'clear' | 'consider',
  finish: (screening: Screening, hasRecord: boolean) => void,
): void {
  forgetAssessment(report);
  const finished = report.screenings.filter(({ status, type }) => status === 'complete' && !kindOf(type).isPointerOnly);
  const found = finished.filter((screening) => screening.result === 'consider');
  if (result === 'clear') for (const screening of found) finish(screening, false);
  const last = finished.at(-1);
  if (result === 'consider' && found.length === 0 && last) finish(last, true);
}

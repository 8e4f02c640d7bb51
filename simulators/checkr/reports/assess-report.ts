import { kindOf } from '../screenings/screening-types.ts';
import type { Outcome } from './outcomes.ts';
import type { Report } from './report.ts';

/** Says of a finished report, and of each finished screening that has a result, what the account's rules make of it. */
export function assessReport(report: Report, outcome: Outcome): void {
  report.assessment = report.result === 'clear' ? 'eligible' : (outcome.assessment ?? 'review');
  for (const screening of report.screenings) {
    if (screening.status !== 'complete' || kindOf(screening.type).isPointerOnly) continue;
    screening.assessment = screening.result === 'consider' ? report.assessment : 'eligible';
  }
}

/** Takes the assessments back, because the report has to be assessed anew. */
export function forgetAssessment(report: Report): void {
  report.assessment = null;
  for (const screening of report.screenings) screening.assessment = null;
}

import type { CandidateFields } from '../candidates/candidate.ts';
import { yearsBetween } from '../candidates/years-between.ts';
import type { OrderedPackage } from '../packages/package.ts';
import { kindOf } from '../screenings/screening-types.ts';

const CRIMINAL = /criminal|sex_offender|watchlist|ssn_trace/;
const ADULT_AGE = 18;

/** Says what a candidate still lacks for that package, the first thing first; null when a report can be ordered. */
export function reportProblem(candidate: CandidateFields, ordered: OrderedPackage, now: Date): string | null {
  return personProblem(candidate, now) ?? criminalProblem(candidate, ordered) ?? drivingProblem(candidate, ordered);
}

/** Tells whether the package looks at driving records, so that a driver license is needed. */
export function needsLicense(ordered: OrderedPackage): boolean {
  return ordered.screenings.some((screening) => screening.type === 'motor_vehicle_report');
}

/** Tells whether the package searches by SSN and zip code. */
export function needsSsn(ordered: OrderedPackage): boolean {
  return ordered.screenings.some(({ type }) => CRIMINAL.test(type) && !kindOf(type).isInternational);
}

function personProblem(candidate: CandidateFields, now: Date): string | null {
  if (!candidate.first_name) return "First name can't be blank";
  if (!candidate.last_name) return "Last name can't be blank";
  if (!candidate.middle_name && !candidate.no_middle_name) {
    return 'Candidate must have middle name when no_middle_name flag is set for the candidate report_id=';
  }
  if (candidate.middle_name && candidate.no_middle_name) {
    return 'Candidate must_not have middle name when no_middle_name flag is set to true for the candidate report_id=';
  }
  if (!candidate.dob) return "Dob can't be blank";
  return yearsBetween(candidate.dob, now) < ADULT_AGE ? `Candidate must be at least ${ADULT_AGE} years old` : null;
}

function criminalProblem(candidate: CandidateFields, ordered: OrderedPackage): string | null {
  if (!needsSsn(ordered)) return null;
  if (!candidate.ssn) return `Candidate must have SSN for the package ${ordered.slug}`;
  return /^\d{5}$/.test(candidate.zipcode ?? '') ? null : 'Zipcode is invalid';
}

function drivingProblem(candidate: CandidateFields, ordered: OrderedPackage): string | null {
  if (!needsLicense(ordered) || (candidate.driver_license_number && candidate.driver_license_state)) return null;
  return `Candidate must have a driver license number and a driver license state for the package ${ordered.slug}`;
}

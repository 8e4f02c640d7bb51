import { z } from 'zod';
import type { CandidateFields } from './candidate.ts';
import { ssnProblem } from './ssn-problem.ts';
import { US_STATES } from './us-states.ts';
import { yearsBetween } from './years-between.ts';

const NAME = /^[a-zA-Z0-9ªµºÀ-ÖØ-öø-ÿ\-'., ]*$/u;
const LICENSE_NUMBER = /^[a-zA-Z0-9 *-]*$/;
const CALIFORNIA_NUMBER = /^[A-Z]\d{7}$/;
const MINIMUM_AGE = 16;

/** Everything Checkr refuses in what is given of a candidate, in its words; what is missing is no problem yet. */
export function candidateProblems(given: Partial<CandidateFields>, now: Date): string[] {
  return [
    emailProblem(given.email),
    nameProblem('First name', given.first_name),
    nameProblem('Middle name', given.middle_name),
    nameProblem('Last name', given.last_name),
    dobProblem(given.dob, now),
    given.ssn ? ssnProblem(given.ssn) : null,
    ...metadataProblems(given.metadata ?? {}),
  ].filter((problem) => problem !== null);
}

/** What is wrong with a driver license; number and state are only good together. */
export function licenseProblem(number: string | null, state: string | null): string | null {
  if (number === null && state === null) return null;
  const problems = [
    number === null && "Number can't be blank",
    state === null && "State can't be blank",
    (state === null || !US_STATES.has(state)) && 'State is not a valid US state',
    number !== null &&
      !LICENSE_NUMBER.test(number) &&
      'Number Driver license number must only contain letters, numbers, spaces, hyphens, and asterisks',
    number !== null &&
      state === 'CA' &&
      !CALIFORNIA_NUMBER.test(number) &&
      `Dl number '${number}' does not match the license number format in CA`,
  ].filter((problem) => problem !== false);
  return problems.join(', ') || null;
}

function emailProblem(email: string | null | undefined): string | null {
  if (email === undefined) return null;
  const isMailbox = z.email().max(255).safeParse(email).success;
  // The real server looks the domain up; the one ending that can never take mail stands in for that.
  const takesMail = !String(email).toLowerCase().endsWith('.invalid');
  return isMailbox && takesMail ? null : 'Email is not a valid email address';
}

function nameProblem(label: string, name: string | null | undefined): string | null {
  if (!name || NAME.test(name)) return null;
  return `${label} must only contain letters, numbers, spaces, hyphens, apostrophes, periods, and commas`;
}

function dobProblem(dob: string | null | undefined, now: Date): string | null {
  if (!dob) return null;
  if (!z.iso.date().safeParse(dob).success) return 'dob is invalid';
  return yearsBetween(dob, now) < MINIMUM_AGE ? `Candidate must be at least ${MINIMUM_AGE} years old` : null;
}

function metadataProblems(metadata: Record<string, string>): string[] {
  const pairs = Object.entries(metadata);
  const isTooLong = pairs.some(([key, value]) => key.length > 40 || value.length > 500);
  return [
    ...(pairs.length > 50 ? ['Metadata must not have more than 50 key-value pairs'] : []),
    ...(isTooLong ? ['Metadata keys must be 40 characters or less and values 500 characters or less'] : []),
  ];
}

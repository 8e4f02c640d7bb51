import { z } from 'zod';
import type { Candidate } from '../candidates/candidate.ts';
import { candidateProblems, licenseProblem } from '../candidates/candidate-problems.ts';
import { keptFields } from '../candidates/create-candidate.ts';
import { optionalText } from '../http/read-body.ts';
import type { Package } from '../packages/package.ts';
import { needsLicense, needsSsn, reportProblem } from '../reports/report-problem.ts';

/** A box of the form: ticked boxes are sent as `on`, others not at all. */
const box = z.preprocess((value) => value === 'on' || value === 'true' || value === true, z.boolean());

/** What the applicant answers on the apply page. */
export const applicationBody = z.strictObject({
  first_name: optionalText,
  middle_name: optionalText,
  no_middle_name: box.default(false),
  last_name: optionalText,
  dob: optionalText,
  ssn: optionalText,
  zipcode: optionalText,
  driver_license_number: optionalText,
  driver_license_state: optionalText,
  consent: box.default(false),
});

/** The answers as parsed. */
export type Application = z.infer<typeof applicationBody>;

/** What is wrong with an answer: the field it belongs to and a sentence for the applicant. */
export interface ApplicationProblem {
  field: keyof Application;
  message: string;
}

/** Everything wrong with the answers for that package; empty when the check can begin. */
export function applicationProblems(
  { candidate, ordered, now }: { candidate: Candidate; ordered: Package; now: Date },
  answers: Application,
): ApplicationProblem[] {
  const problems = [...missing(ordered, answers), ...malformed(ordered, answers, now)];
  if (problems.length > 0) return problems;
  const remaining = reportProblem({ ...candidate, ...fieldsOf(answers) }, ordered, now);
  return remaining ? [{ field: 'dob', message: remaining }] : [];
}

/** The answers as fields of the candidate. */
export function fieldsOf(answers: Application): ReturnType<typeof keptFields> {
  const { consent: _recorded, ...fields } = answers;
  return keptFields({ ...fields, middle_name: answers.no_middle_name ? null : answers.middle_name });
}

function missing(ordered: Package, answers: Application): ApplicationProblem[] {
  const wanted: [keyof Application, string, boolean][] = [
    ['first_name', 'Enter your first name', true],
    ['middle_name', 'Enter your middle name, or tick that you have none', !answers.no_middle_name],
    ['last_name', 'Enter your last name', true],
    ['dob', 'Enter your date of birth', true],
    ['ssn', 'Enter your Social Security number', needsSsn(ordered)],
    ['zipcode', 'Enter your zip code', needsSsn(ordered)],
    ['driver_license_number', 'Enter your driver license number', needsLicense(ordered)],
    ['driver_license_state', 'Enter the state of your driver license', needsLicense(ordered)],
    ['consent', 'Tick the box to agree to the background check', true],
  ];
  return wanted
    .filter(([field, , isNeeded]) => isNeeded && !answers[field])
    .map(([field, message]) => ({ field, message }));
}

function malformed(ordered: Package, answers: Application, now: Date): ApplicationProblem[] {
  const fields = ['first_name', 'middle_name', 'last_name', 'dob', 'ssn'] as const;
  const problems = fields.flatMap((field) =>
    candidateProblems({ [field]: answers[field] ?? null }, now).map((message) => ({ field, message })),
  );
  const { driver_license_number: number, driver_license_state: state } = answers;
  const license = needsLicense(ordered) && number && state ? licenseProblem(number, state) : null;
  return [
    ...problems,
    ...(answers.zipcode && !/^\d{5}$/.test(answers.zipcode)
      ? [{ field: 'zipcode' as const, message: 'Zipcode is invalid' }]
      : []),
    ...(license ? [{ field: 'driver_license_number' as const, message: license }] : []),
  ];
}

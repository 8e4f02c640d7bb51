import { ApiError } from '../http/api-error.ts';
import { newId, newInternationalId } from '../ids.ts';
import type { Parts } from '../parts.ts';
import { DAY_SECONDS } from '../time/timeline.ts';
import { candidateJson } from './candidate.ts';
import type { Candidate, CandidateFields } from './candidate.ts';
import { isInUs } from './candidate-body.ts';
import type { CandidateBody } from './candidate-body.ts';
import { candidateProblems, licenseProblem } from './candidate-problems.ts';
import { recaseName } from './recase-name.ts';
import { ssnDigits } from './ssn-problem.ts';

const NOTHING_GIVEN: CandidateFields = {
  first_name: null,
  last_name: null,
  middle_name: null,
  mother_maiden_name: null,
  dob: null,
  ssn: null,
  email: null,
  zipcode: null,
  phone: null,
  driver_license_state: null,
  driver_license_number: null,
  copy_requested: false,
  previous_driver_license_state: null,
  previous_driver_license_number: null,
  custom_id: null,
  no_middle_name: false,
  metadata: {},
};
const DUPLICATES_PER_DAY = 2;

/** Keeps a new candidate. @throws ApiError 400 on bad values, 409 for a third duplicate of one person in a day. */
export function createCandidate(parts: Parts, body: CandidateBody): Candidate {
  const given = keptFields(body);
  if (!given.email) throw new ApiError(400, 'email is missing');
  const fields = { ...NOTHING_GIVEN, ...given };
  refuse(candidateProblems(given, parts.timeline.now()));
  refuse([licenseProblem(fields.driver_license_number, fields.driver_license_state) ?? []].flat());
  refuseDuplicate(parts, fields);
  const isInternational = !(body.work_locations ?? []).every(isInUs);
  const now = parts.timeline.stamp();
  const candidate: Candidate = {
    ...fields,
    id: isInternational ? newInternationalId() : newId(),
    created_at: now,
    updated_at: now,
    adjudication: null,
    report_ids: [],
    isInternational,
  };
  parts.store.candidates.set(candidate.id, candidate);
  parts.publish('candidate.created', candidateJson(candidate));
  return candidate;
}

/** The fields of a body as they are kept: names re-cased, SSN as digits, empty metadata dropped. */
export function keptFields(body: CandidateBody): Partial<CandidateFields> {
  const { work_locations: _notKept, metadata, ...rest } = body;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const fields: Partial<CandidateFields> = given;
  for (const name of ['first_name', 'middle_name', 'last_name', 'mother_maiden_name'] as const) {
    if (fields[name]) fields[name] = recaseName(fields[name]);
  }
  if (fields.ssn) fields.ssn = ssnDigits(fields.ssn);
  if (metadata) fields.metadata = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== ''));
  return fields;
}

/** @throws ApiError 400 when there is any problem. */
export function refuse(problems: string[]): void {
  if (problems.length > 0) throw new ApiError(400, problems);
}

function refuseDuplicate({ store, timeline }: Parts, fields: CandidateFields): void {
  // Only a full SSN tells that two candidates are one person; what the real server compares is not published.
  if (!fields.ssn) return;
  const same = [...store.candidates.values()].filter(
    (one) =>
      one.ssn === fields.ssn &&
      one.email === fields.email &&
      one.last_name === fields.last_name &&
      timeline.secondsSince(one.created_at) < DAY_SECONDS,
  );
  if (same.length <= DUPLICATES_PER_DAY) return;
  throw new ApiError(
    409,
    `Duplicate candidate detected. No more than ${DUPLICATES_PER_DAY} duplicate candidates can be created within a 24 hour period`,
  );
}

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { helpFor } from '../domain/error-help.ts';
import { Failure } from '../domain/failure.ts';
import { failureFromAnswer } from './failures.ts';

const NAME_RULE = 'must only contain letters, numbers, spaces, hyphens, apostrophes, periods, and commas';

/** What Checkr documents that it answers an order with, and a word of the field or place the help has to name. */
const ABOUT_ORDERS: readonly [status: number, error: string | string[], names: string][] = [
  [400, 'SSN is invalid', 'Social Security Number'],
  [400, 'SSN is invalid. TIN was provided.', 'Social Security Number'],
  [400, 'SSN has already been taken', 'Social Security Number'],
  [400, 'Candidate SSN can not be updated because it has reports', 'Checkr dashboard'],
  [400, 'Candidate must have SSN for the package driver_premium', 'Social Security Number'],
  [400, 'Zipcode is invalid', 'postal code'],
  [400, 'Email is not a valid email address', 'Email'],
  [400, `First name ${NAME_RULE}`, 'First Name'],
  [400, `Last name ${NAME_RULE}`, 'Last Name'],
  [400, `Middle name ${NAME_RULE}.`, 'Middle Name'],
  [400, [`First name ${NAME_RULE}`, `Last name ${NAME_RULE}`], 'Last Name'],
  [400, 'Candidate must be at least 16 years old', 'Birthdate'],
  [400, 'Candidate must be at least 18 years old', 'Birthdate'],
  [
    400,
    'Candidate must have middle name when no_middle_name flag is set for the candidate report_id=',
    'No Middle Name',
  ],
  [
    400,
    'Candidate must_not have middle name when no_middle_name flag is set to true for the candidate report_id=',
    'No Middle Name',
  ],
  [
    400,
    'No middle name can not be updated, No middle name must have middle name when no_middle_name flag is set to false for the candidate candidate_id=',
    'No Middle Name',
  ],
  [400, 'Candidate must have a driver license number and a driver license state for the package mvr', 'driver license'],
  [
    400,
    'Number Driver license number must only contain letters, numbers, spaces, hyphens, and asterisks',
    'driver license',
  ],
  [400, "Dl number 'F211165' does not match the license number format in CA", 'driver license'],
  [400, "Number can't be blank, State can't be blank, State is not a valid US state", 'driver license'],
  [400, 'Report driver license state not supported or not enabled for account', 'driver license'],
  [400, 'license_type is missing', 'Correct it on the Lead or Contact'],
  [400, 'slug is missing, name is missing', 'Correct it on the Lead or Contact'],
  [400, 'type does not have a valid value', 'Correct it on the Lead or Contact'],
  [400, 'work_locations is missing', 'City, State and Country'],
  [400, 'consent_document_ids is missing', 'Background Check Consent Document'],
  [400, 'Candidate has reached the limit of Reports allowed', '24 hours'],
  [400, 'Candidate has already had PII removed', 'delete their data'],
  [400, 'nodes cannot be empty', 'CHECKR_NODE'],
  [401, 'Bad authentication error', 'CHECKR_API_KEYS'],
  [403, 'Forbidden', 'account settings'],
  [403, 'You do not have permission to access the requested resource', 'account settings'],
  [403, 'Sorry, your account is not approved for production', 'not approved'],
  [403, 'Candidate has requested that their PII be removed', 'delete their data'],
  [403, 'Sorry, your account is not enabled for Hierarchy', 'CHECKR_NODE'],
  [404, 'Package not found', 'another package'],
  [404, 'Candidate not found', 'candidate'],
  [404, 'Resource not found', 'Checkr dashboard'],
  [404, 'Node cannot be found on your account', 'CHECKR_NODE'],
  [409, 'Duplicate geo, name: peninsulasw_wa, state: WA already exists', 'geo'],
  [
    409,
    'Duplicate report detected. No more than 3 reports per candidate can be created within a 24 hour period',
    '24 hours',
  ],
  [
    409,
    'Duplicate candidate detected. No more than 2 duplicate candidates can be created within a 24 hour period',
    '24 hours',
  ],
  [422, 'Candidate must have a completed SSN trace', 'Social Security Number'],
];

const ABOUT_REPORTS: readonly [status: number, error: string, names: string][] = [
  [400, 'Report is too old to upgrade', '30 days'],
  [400, 'New package does not add any screenings', 'Upgrade Package'],
  [400, 'Candidate must have SSN to upgrade report.', 'Social Security Number'],
  [
    400,
    'Report has a pre-existing adverse action. See https://docs.checkr.com/#operation/updateReport',
    'adverse action',
  ],
  [401, 'Bad authentication error', 'CHECKR_API_KEYS'],
  [403, 'Forbidden', 'account settings'],
  [404, 'Resource not found', 'Checkr dashboard'],
];

const GENERIC = [
  helpFor(new Failure('rejected', 'checkr-400', { vendorWords: ['Something new'] })),
  helpFor(new Failure('rejected', 'checkr-400', { vendorWords: ['Something new'] }), 'decision'),
];
const answer = (status: number, body: unknown): Failure =>
  failureFromAnswer(status, JSON.stringify(body), new Headers());

/** What is about our key or account passes once somebody mends it; what is about a person does not. */
function kindOf(status: number, error: string | string[]): string {
  if (status === 404) return 'not-found';
  return status === 401 || (status === 403 && !/PII/.test(String(error))) ? 'unauthorized' : 'rejected';
}

test.each(ABOUT_ORDERS)('%i %s: the help names %s', (status, error, names) => {
  const failure = answer(status, { error });
  expect(failure.kind).toBe(kindOf(status, error));
  expect(helpFor(failure)).toContain(names);
  expect(GENERIC).not.toContain(helpFor(failure));
});

test.each(ABOUT_REPORTS)('%i %s of a decision: the help names %s', (status, error, names) => {
  const failure = answer(status, { error });
  expect(failure.kind).toBe(kindOf(status, error));
  for (const about of ['order', 'decision'] as const) expect(helpFor(failure, about)).toContain(names);
});

test.each([
  [409, { message: 'Another request with the same idempotency key is in progress' }, 'busy'],
  [423, { error: 'Ingestion is already in progress' }, 'unavailable'],
  [429, { message: 'API rate limit exceeded' }, 'rate-limited'],
  [500, { error: 'Internal server error' }, 'unavailable'],
  [503, '<html>Service unavailable</html>', 'unavailable'],
])('%i %o passes with time and never becomes an error of the record', (status, body, kind) => {
  expect(answer(status, body).kind).toBe(kind);
});

test('several faults at once are all named, each once', () => {
  const help = helpFor(answer(400, { error: ['SSN is invalid', 'Zipcode is invalid', 'SSN is invalid'] }));
  expect(help).toMatch(/Social Security Number.*postal code/);
  expect(help.match(/Social Security Number/g)).toHaveLength(1);
});

test('every refusal of our own making that may reach a record has a help of its own', () => {
  const codes = [new URL('../use-cases/', import.meta.url), new URL('../domain/', import.meta.url)].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .flatMap((name) => [
        ...readFileSync(new URL(name, folder), 'utf8').matchAll(
          /new Failure\('(?:invalid|rejected|not-found)', '([a-z-]+)'/g,
        ),
      ])
      .map(([, code = '']) => code)
      // Told to the applicant tracking system that sent the order, before there is a record.
      .filter((code) => !code.startsWith('ats-')),
  );
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => GENERIC.includes(helpFor(new Failure('invalid', code))))).toEqual([]);
});

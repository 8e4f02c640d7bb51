import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../testing/people.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { recaseName } from './recase-name.ts';

/** The keys of a candidate in Checkr's order, as recorded answers have them. */
const KEYS =
  'id uri created_at first_name last_name middle_name mother_maiden_name dob ssn email zipcode phone ' +
  'driver_license_state driver_license_number copy_requested previous_driver_license_state ' +
  'previous_driver_license_number adjudication custom_id no_middle_name updated_at locale object report_ids geo_ids';
const NAME_RULE = 'must only contain letters, numbers, spaces, hyphens, apostrophes, periods, and commas';

let checkr: StartedCheckr;
beforeAll(async () => {
  checkr = await startCheckr();
});
afterAll(() => checkr.close());

const create = (fields: Record<string, unknown>) =>
  checkr.call('POST', '/v1/candidates', { email: 'robin.sample@example.org', ...fields });

test('a candidate with nothing but an e-mail has every field, in order, and null where nothing was given', async () => {
  const { status, body } = await create({});
  expect(status).toBe(201);
  expect(Object.keys(body)).toEqual(KEYS.split(' '));
  expect(body.id).toMatch(/^[0-9a-f]{24}$/);
  expect(body).toMatchObject({
    uri: `/v1/candidates/${body.id}`,
    created_at: '2026-03-02T18:00:00Z',
    first_name: null,
    ssn: null,
    copy_requested: false,
    no_middle_name: false,
    object: 'candidate',
    report_ids: [],
  });
});

test('the SSN is shown by its last four digits only', async () => {
  expect((await create({ ssn: '111-11-2001' })).body['ssn']).toBe('XXX-XX-2001');
});

test.each([
  ['FactoryBot', 'Factorybot'],
  ['Chapter Ambassador', 'Chapter Ambassador'],
  ['ÉLODIE', 'Élodie'],
  ["o'neil-SMITH", "O'Neil-Smith"],
])('the name %s comes back as %s', (given, kept) => {
  expect(recaseName(given)).toBe(kept);
});

test.each([
  [{ email: '' }, 'email is missing'],
  [{ email: 'robin' }, 'Email is not a valid email address'],
  [{ email: 'robin@nowhere.invalid' }, 'Email is not a valid email address'],
  [{ ssn: '12-34' }, 'SSN is invalid'],
  [{ ssn: '666-34-3768' }, 'SSN is invalid'],
  [{ ssn: '111-11-1111' }, 'SSN is invalid'],
  [{ ssn: '123-45-6789' }, 'SSN is invalid'],
  [{ ssn: '967-65-4325' }, 'SSN is invalid. TIN was provided.'],
  [{ first_name: 'R2*' }, `First name ${NAME_RULE}`],
  [{ middle_name: '<b>' }, `Middle name ${NAME_RULE}`],
  [{ first_name: 'R2*', last_name: 'D_2' }, [`First name ${NAME_RULE}`, `Last name ${NAME_RULE}`]],
  [{ dob: '2015-01-01' }, 'Candidate must be at least 16 years old'],
  [{ dob: '01/02/1990' }, 'dob is invalid'],
  [{ driver_license_number: 'F1' }, "State can't be blank, State is not a valid US state"],
  [{ driver_license_state: 'XX' }, "Number can't be blank, State is not a valid US state"],
  [
    { driver_license_number: 'F211165', driver_license_state: 'CA' },
    "Dl number 'F211165' does not match the license number format in CA",
  ],
  [{ work_locations: [{ country: 'US', state: 'ZZ' }] }, 'State is not a valid US state'],
  [{ first_name: 7 }, 'first_name is invalid'],
  [{ firstname: 'Robin' }, 'firstname is not known to this simulator'],
])('%j is refused', async (fields, error) => {
  const { status, body } = await create(fields);
  expect([status, body['error']]).toEqual([400, error]);
});

test('a missing or odd zip code is no reason to refuse a candidate', async () => {
  expect((await create({ zipcode: 'abc' })).status).toBe(201);
});

test('a fourth candidate with the same SSN, e-mail and name within a day is refused', async () => {
  const same = person('222-33-4444');
  for (let number = 0; number < 3; number += 1) expect((await create(same)).status).toBe(201);
  const { status, body } = await create(same);
  expect(status).toBe(409);
  expect(body['error']).toContain('Duplicate candidate detected. No more than 2');
});

test('candidates are found by custom id and by e-mail', async () => {
  const { body } = await create({ email: 'Kim.Sample@example.org', custom_id: 'bc-42' });
  expect((await checkr.call('GET', '/v1/candidates?custom_id=bc-42')).body.data).toEqual([body]);
  expect((await checkr.call('GET', '/v1/candidates?email=kim.sample@example.org')).body.data).toEqual([body]);
  expect((await checkr.call('GET', '/v1/candidates?custom_id=bc-43')).body.data).toEqual([]);
});

test('a candidate who works abroad has a long id and is in no list', async () => {
  const { body } = await create({ custom_id: 'abroad', work_locations: [{ country: 'IN' }] });
  expect(body.id).toMatch(/^410[0-9a-f]{27}$/);
  expect((await checkr.call('GET', '/v1/candidates?custom_id=abroad')).body['count']).toBe(0);
  expect((await checkr.call('GET', `/v1/candidates/${body.id}`)).status).toBe(200);
});

test('an unknown candidate is not found', async () => {
  const { status, body } = await checkr.call('GET', '/v1/candidates/aaaaaaaaaaaaaaaaaaaaaaaa');
  expect([status, body['error']]).toEqual([404, 'Resource not found']);
});

test('an update is a POST and merges metadata', async () => {
  const { body } = await create({ metadata: { colour: 'red', size: 4 } });
  const path = `/v1/candidates/${body.id}`;
  const updated = await checkr.call('POST', path, { phone: '5555550100', metadata: { colour: '', shape: 'round' } });
  expect([updated.status, updated.body['phone'], updated.body['metadata']]).toEqual([
    200,
    '5555550100',
    { size: '4', shape: 'round' },
  ]);
  expect((await checkr.call('POST', path, { metadata: {} })).body).not.toHaveProperty('metadata');
});

test('once there is a report, filled fields stay and empty ones may still be filled', async () => {
  const { body } = await create(person('111-11-2007'));
  await checkr.call('POST', '/v1/reports', { candidate_id: body.id, package: 'tasker_standard' });
  const path = `/v1/candidates/${body.id}`;
  const refused = await checkr.call('POST', path, { ssn: '222-22-2001' });
  expect(refused.body['error']).toBe('Candidate SSN can not be updated because it has reports');
  expect(
    (await checkr.call('POST', path, { mother_maiden_name: 'jones', email: 'new@example.org' })).body,
  ).toMatchObject({
    mother_maiden_name: 'Jones',
    email: 'new@example.org',
  });
});

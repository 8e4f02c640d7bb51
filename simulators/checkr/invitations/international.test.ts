import { afterEach, beforeEach, expect, test } from 'vitest';
import { application, person } from '../testing/people.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';

const LONG = 3600;
const LONG_ID = /^410[0-9a-f]{27}$/;
const INDIA = { work_locations: [{ country: 'IN' }] };
let checkr: StartedCheckr;
let candidateId: string;
beforeEach(async () => {
  checkr = await startCheckr();
  candidateId = (await checkr.call('POST', '/v1/candidates', { email: 'asha@example.org', ...INDIA })).body.id;
});
afterEach(() => checkr.close());

const invite = (fields: Record<string, unknown> = {}) =>
  checkr.call('POST', '/v1/invitations', {
    candidate_id: candidateId,
    package: 'international_basic_plus',
    ...INDIA,
    ...fields,
  });
async function finished(slug: string, lastName: string) {
  const { id } = (await invite({ package: slug })).body;
  const { ssn: _ssn, zipcode: _zipcode, ...answers } = application();
  const completed = await checkr.call('POST', `/__control/invitations/${id}/complete`, {
    ...answers,
    last_name: lastName,
  });
  checkr.pass(LONG);
  const include =
    'international_criminal_searches_v2,international_adverse_media_searches,international_education_verification,' +
    'international_employment_verification,international_identity_document_validation';
  return (await checkr.call('GET', `/v1/reports/${String(completed.body['report_id'])}?include=${include}`)).body;
}

test('an international invitation has long ids, the places of work, and is in no list', async () => {
  const { status, body } = await invite();
  expect(status).toBe(201);
  expect([candidateId, body.id, body.invitation_url.split('/').at(-1)]).toEqual(
    Array(3).fill(expect.stringMatching(LONG_ID)),
  );
  expect(body).toMatchObject({ locale: 'en', metadata: { work_location_0: { country: 'IN' } } });
  expect((await checkr.call('GET', `/v1/invitations/${body.id}`)).body).toEqual(body);
  expect((await checkr.call('GET', '/v1/invitations')).body['count']).toBe(0);
  expect((await checkr.call('GET', '/v1/candidates')).body['count']).toBe(0);
});

test('its form asks for no SSN, and the report has international searches only', async () => {
  const report = await finished('international_basic_plus', 'Sample');
  expect(report).toMatchObject({
    id: expect.stringMatching(LONG_ID),
    status: 'complete',
    result: 'clear',
    source: 'form',
    ssn_trace_id: null,
    international_criminal_searches_v2: [{ object: 'international_criminal_search', country: 'IN', records: [] }],
  });
  const [searchId] = report['international_criminal_searches_v2_ids'] as string[];
  expect(searchId).toMatch(LONG_ID);
  const search = (await checkr.call('GET', `/v1/international_criminal_searches/${searchId}`)).body;
  expect(search).toMatchObject({ id: searchId, country: 'IN', pdf_url: null });
  expect(search).not.toHaveProperty('assessment');
  expect(report).not.toHaveProperty('international_education_verification_id');
});

test('a report in the US has none of the international keys', async () => {
  const candidate = await checkr.call('POST', '/v1/candidates', person());
  const order = { candidate_id: candidate.body.id, package: 'tasker_standard' };
  const { body } = await checkr.call('POST', '/v1/reports', order);
  expect(Object.keys(body).filter((key) => key.startsWith('international'))).toEqual([]);
});

test('history abroad is verified by employer and school', async () => {
  const report = await finished('international_professional', 'History');
  expect(report).toMatchObject({
    result: 'consider',
    international_education_verification: { result: 'consider', records: [{ country: 'IN', status: 'consider' }] },
    international_employment_verification: { result: 'clear', records: [{ employer: { object: 'employer' } }] },
    international_identity_document_validation: { status: 'complete', pdf_url: null },
  });
});

test('a finding abroad makes the report consider', async () => {
  const report = await finished('international_basic_plus', 'Consider');
  expect(report).toMatchObject({
    result: 'consider',
    international_criminal_searches_v2: [{ result: 'consider', records: [{ charges: [{}] }] }],
  });
});

test.each([
  [
    'a package of the US',
    { package: 'tasker_standard' },
    'Package tasker_standard is for work inside the US, not outside',
  ],
  [
    'a place in the US',
    { work_locations: [{ country: 'US', state: 'CA' }] },
    'Package international_basic_plus is for work outside the US, not inside',
  ],
])('an international candidate is not invited for %s', async (_what, fields, error) => {
  const { status, body } = await invite(fields);
  expect([status, body['error']]).toEqual([400, error]);
});

test.each(['international_basic_plus', 'professional_history'])('%s is taken by invitation only', async (slug) => {
  const candidate = await checkr.call('POST', '/v1/candidates', person());
  const order = { candidate_id: candidate.body.id, package: slug };
  const { status, body } = await checkr.call('POST', '/v1/reports', order);
  expect([status, body['error']]).toEqual([400, `Package ${slug} can only be ordered by invitation`]);
});

test('history in the US comes embedded, without an id in the report', async () => {
  const candidate = await checkr.call('POST', '/v1/candidates', { email: 'robin@example.org' });
  const order = { candidate_id: candidate.body.id, package: 'professional_history' };
  const { id } = (await checkr.call('POST', '/v1/invitations', order)).body;
  const done = await checkr.call('POST', `/__control/invitations/${id}/complete`, application('111-11-2024'));
  checkr.pass(LONG);
  const include = 'education_verification,employment_verification';
  const { body } = await checkr.call('GET', `/v1/reports/${String(done.body['report_id'])}?include=${include}`);
  expect(body).toMatchObject({
    result: 'consider',
    education_verification: { object: 'education_verification', result: 'consider' },
    employment_verification: { result: 'clear', records: [{ result: { position: { verified: true } } }] },
  });
  expect(body).not.toHaveProperty('education_verification_id');
});

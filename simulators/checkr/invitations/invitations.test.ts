import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { invitationExpiry } from './invitation-expiry.ts';

const KEYS =
  'id status uri invitation_url completed_at deleted_at package created_at expires_at tags locale archived ' +
  'archived_info object candidate_id report_id';
const NOBODY = 'aaaaaaaaaaaaaaaaaaaaaaaa';

let checkr: StartedCheckr;
let candidateId: string;
beforeEach(async () => {
  checkr = await startCheckr();
  candidateId = (await checkr.call('POST', '/v1/candidates', { email: 'robin.sample@example.org' })).body.id;
});
afterEach(() => checkr.close());

const invite = (fields: Record<string, unknown> = {}) =>
  checkr.call('POST', '/v1/invitations', { candidate_id: candidateId, package: 'tasker_standard', ...fields });

test('an invitation has every field, in order, and a link of the account', async () => {
  const { status, body } = await invite({ work_locations: [{ country: 'US', state: 'CA' }], tags: ['one'] });
  expect(status).toBe(201);
  expect(Object.keys(body)).toEqual(KEYS.split(' '));
  expect(body.invitation_url).toMatch(new RegExp(`^${checkr.url}/invite/acme/[0-9a-f]{32}$`));
  expect(body).toMatchObject({
    status: 'pending',
    package: 'tasker_standard',
    created_at: '2026-03-02T18:00:00Z',
    expires_at: '2026-03-10T06:59:59Z',
    tags: ['one'],
    candidate_id: candidateId,
    report_id: null,
    deleted_at: null,
  });
});

test.each([
  ['in winter', '2024-02-01T22:43:01Z', '2024-02-09T07:59:59Z'],
  ['in summer', '2024-10-08T17:31:15Z', '2024-10-16T06:59:59Z'],
  ['over the change to summer time', '2026-03-05T12:00:00Z', '2026-03-13T06:59:59Z'],
  ['when it is still yesterday on the coast', '2026-07-02T03:00:00Z', '2026-07-09T06:59:59Z'],
])('an invitation made %s ends at the end of the seventh day on the Pacific coast', (_when, created, expires) => {
  expect(invitationExpiry(new Date(created)).toISOString()).toBe(expires.replace('Z', '.000Z'));
});

test.each([
  [{ candidate_id: NOBODY }, 404, 'Candidate not found'],
  [{ package: 'no_such_package' }, 404, 'Package not found'],
  [{ package: undefined, candidate_id: undefined }, 400, 'package is missing, candidate_id is missing'],
  [{ node: 'store-1' }, 400, 'Node cannot be found on your account'],
  [{ work_locations: [{ country: 'IN' }] }, 400, 'Package tasker_standard is for work inside the US, not outside'],
])('an order with %j is refused', async (fields, status, error) => {
  const answer = await invite(fields);
  expect([answer.status, answer.body['error']]).toEqual([status, error]);
});

test('an account that is not approved may not order', async () => {
  await checkr.call('POST', '/__control/account', { authorized: false });
  const { status, body } = await invite();
  expect([status, body['error']]).toEqual([403, 'Sorry, your account is not approved for production']);
});

test('invitations are listed by candidate and status, and another status is refused', async () => {
  const { body } = await invite();
  const list = (query: string) => checkr.call('GET', `/v1/invitations?${query}`);
  expect((await list(`candidate_id=${candidateId}&status=pending`)).body.data).toEqual([body]);
  expect((await list('status=completed')).body.data).toEqual([]);
  expect((await list(`candidate_id=${NOBODY}`)).body.data).toEqual([]);
  expect((await list('status=deleted')).status).toBe(400);
});

test('a canceled invitation keeps its status, has a date of deletion, and is only shown when asked for', async () => {
  const { body } = await invite();
  const path = `/v1/invitations/${body.id}`;
  const canceled = await checkr.call('DELETE', path);
  expect([canceled.status, canceled.body['status'], canceled.body['deleted_at']]).toEqual([
    200,
    'pending',
    '2026-03-02T18:00:00Z',
  ]);
  expect((await checkr.call('GET', path)).status).toBe(404);
  expect((await checkr.call('GET', `${path}?include_deleted=true`)).body).toEqual(canceled.body);
  expect((await checkr.call('GET', '/v1/invitations')).body['count']).toBe(0);
});

test('an invitation nobody answers expires, and cannot be canceled after', async () => {
  const { body } = await invite();
  const path = `/v1/invitations/${body.id}`;
  checkr.pass(7 * 86_400);
  expect((await checkr.call('GET', path)).body['status']).toBe('pending');
  checkr.pass(86_400);
  expect((await checkr.call('GET', path)).body['status']).toBe('expired');
  expect((await checkr.call('DELETE', path)).status).toBe(400);
});

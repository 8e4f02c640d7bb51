import { afterEach, beforeEach, expect, test } from 'vitest';
import { orderReport } from '../testing/order-report.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';

let checkr: StartedCheckr;
let candidateId: string;
beforeEach(async () => {
  checkr = await startCheckr();
  candidateId = String((await orderReport(checkr, '111-11-2001')).body['candidate_id']);
});
afterEach(() => checkr.close());

const enroll = (fields: object = { type: 'criminal' }, id = candidateId) =>
  checkr.call('POST', `/v1/candidates/${id}/continuous_checks`, fields);

test('a candidate without a complete SSN trace is not taken', async () => {
  const { status, body } = await enroll();
  expect([status, body['error']]).toEqual([422, 'Candidate must have a completed SSN trace']);
});

test('a candidate is enrolled, moved, listed and taken out again', async () => {
  checkr.pass(3600);
  const { status, body } = await enroll({ type: 'mvr', work_locations: [{ country: 'US', state: 'CA' }] });
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    object: 'continuous_check',
    type: 'mvr',
    created_at: expect.any(String),
    candidate_id: candidateId,
    node: null,
    work_locations: [{ country: 'US', state: 'CA' }],
  });
  const path = `/v1/continuous_checks/${body.id}`;
  const moved = await checkr.call('POST', path, { work_locations: [{ state: 'NY' }] });
  expect([moved.status, moved.body['work_locations']]).toEqual([201, [{ state: 'NY' }]]);
  expect((await checkr.call('GET', `/v1/candidates/${candidateId}/continuous_checks`)).body.data).toEqual([moved.body]);
  expect((await checkr.call('DELETE', path)).body).toEqual(moved.body);
  const gone = await checkr.call('GET', path);
  expect([gone.status, gone.body['error']]).toEqual([404, 'Continuous Check not found']);
});

test.each([
  [{ type: 'horoscope' }, 'type does not have a valid value'],
  [{}, 'type is missing'],
  [{ type: 'criminal', node: 'nowhere' }, 'Node cannot be found on your account'],
])('an enrollment %j is refused', async (fields, error) => {
  checkr.pass(3600);
  const { status, body } = await enroll(fields);
  expect([status, body['error']]).toEqual([400, error]);
});

test('nobody cannot be enrolled', async () => {
  expect((await enroll(undefined, 'aaaaaaaaaaaaaaaaaaaaaaaa')).body['error']).toBe('Candidate not found');
});

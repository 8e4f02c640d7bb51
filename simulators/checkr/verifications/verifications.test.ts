import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventsOf, orderReport } from '../testing/order-report.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';
import type { WebhookReceiver } from '../testing/webhook-receiver.ts';

let checkr: StartedCheckr;
let receiver: WebhookReceiver;
let reportId: string;
let candidateId: string;
beforeEach(async () => {
  [checkr, receiver] = await Promise.all([startCheckr(), startWebhookReceiver()]);
  await checkr.call('POST', '/v1/webhooks', { webhook_url: receiver.url });
  const { body } = await orderReport(checkr, '111-11-2004');
  [reportId, candidateId] = [body.id, String(body['candidate_id'])];
});
afterEach(async () => {
  await checkr.close();
  await receiver.close();
});

const ask = (fields: object = {}) => checkr.call('POST', `/__control/reports/${reportId}/verifications`, fields);
const move = (id: string, name: string) => checkr.call('POST', `/__control/verifications/${id}/moves`, { move: name });
const list = async () => (await checkr.call('GET', `/v1/reports/${reportId}/verifications`)).body;

test('a verification is created, completed and processed, each told once', async () => {
  expect(await list()).toEqual({ data: [], object: 'list', count: 0 });
  const { status, body } = await ask({ verification_type: 'ssn_confirmation' });
  expect([status, Object.keys(body)]).toEqual([
    201,
    'id object uri created_at completed_at processed_at verification_type verification_url report_id'.split(' '),
  ]);
  expect((await move(body.id, 'process')).status).toBe(400);
  await move(body.id, 'complete');
  expect((await move(body.id, 'complete')).status).toBe(400);
  await move(body.id, 'process');
  const [shown] = (await list()).data;
  expect(shown).toMatchObject({
    id: body.id,
    verification_type: 'ssn_confirmation',
    completed_at: expect.any(String),
    processed_at: expect.any(String),
    report_id: reportId,
  });
  expect((await checkr.call('GET', `/v1/verifications/${body.id}`)).body).toEqual(shown);
  expect(await eventsOf(checkr, body.id)).toEqual([
    'verification.created',
    'verification.completed',
    'verification.processed',
  ]);
});

test('what Checkr never asks for is refused', async () => {
  expect((await ask({ verification_type: 'horoscope' })).body['error']).toBe('verification_type is invalid');
  expect((await checkr.call('GET', '/v1/verifications/aaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
});

test.each([
  ['require_id', 'candidate.id_required'],
  ['require_driver_license', 'candidate.driver_license_required'],
])('the move %s tells %s about the candidate', async (name, type) => {
  const path = `/__control/candidates/${candidateId}/moves`;
  expect((await checkr.call('POST', path, { move: name })).body).toMatchObject({ id: candidateId });
  expect((await eventsOf(checkr, candidateId)).at(-1)).toBe(type);
});

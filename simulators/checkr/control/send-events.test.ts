import { afterEach, beforeEach, expect, test } from 'vitest';
import { orderReport } from '../testing/order-report.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { until } from '../testing/until.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';
import type { WebhookReceiver } from '../testing/webhook-receiver.ts';

interface Event {
  type: string;
  account_id?: string;
  data: { object: Record<string, unknown> };
}
let checkr: StartedCheckr;
let receiver: WebhookReceiver;
let accountId: string;
beforeEach(async () => {
  [checkr, receiver] = await Promise.all([startCheckr(), startWebhookReceiver()]);
  accountId = (await checkr.call('GET', '/v1/account')).body.id;
});
afterEach(async () => {
  await checkr.close();
  await receiver.close();
});

async function send(body: Record<string, unknown>): Promise<Event> {
  const isAfterOrder = receiver.received.length;
  await checkr.call('POST', '/v1/webhooks', { webhook_url: receiver.url, include_object: true });
  const { status } = await checkr.call('POST', '/__control/events', body);
  expect(status).toBe(202);
  const last = await until('the event', () => receiver.received[isAfterOrder]);
  return JSON.parse(last.body) as Event;
}

test.each([
  ['account.credentialed', { object: 'account', authorized: true }],
  ['token.deauthorized', { access_code: expect.any(String) }],
  ['package.created', { object: 'package', deleted_at: null, screenings: expect.any(Array) }],
  ['package.updated', { object: 'package', slug: 'tasker_standard' }],
  ['package.deleted', { object: 'package', deleted_at: expect.any(String) }],
  ['continuous_check.subscription_error', { object: 'continuous_check', type: 'mvr' }],
  ['continuous_check.confirmation_required', { object: 'continuous_check', work_locations: [{ country: 'US' }] }],
  ['form_i9.created', { object: 'formI9', status: 'section_1_completed' }],
  ['formI9.updated', { object: 'formI9', uri: expect.stringMatching(/^\/v1\/i9\/forms_i9\//) }],
  ['form_i9.completed', { object: 'formI9', status: 'completed' }],
  ['horoscope.ready', { object: 'horoscope', uri: expect.stringMatching(/^\/v1\/horoscopes\//) }],
])('%s is sent in its published shape', async (type, object) => {
  const event = await send({ type });
  expect(event).toMatchObject({ type, account_id: accountId, data: { object } });
});

test('an event of any type can be about what the account holds, as it is now', async () => {
  const report = (await orderReport(checkr, '111-11-2001')).body;
  checkr.pass(3600);
  const event = await send({ type: 'report.dispute_completed', object_id: report.id });
  expect(event).toMatchObject({
    type: 'report.dispute_completed',
    data: { object: { id: report.id, object: 'report', status: 'complete' } },
  });
});

test('it can carry exactly what it is given, and another account or none', async () => {
  const object = { id: 'abc', object: 'report', uri: '/v1/reports/abc', status: 'paused' };
  const event = await send({ type: 'report.paused', object, account_id: null });
  expect(event.data.object).toEqual(object);
  expect(event).not.toHaveProperty('account_id');
});

test.each([
  [{ type: 'report.completed' }, 'Say in object_id what report.completed is about'],
  [{ type: 'report.completed', object_id: 'nothing' }, 'Nothing has the id nothing'],
  [{}, 'type is missing'],
])('the event %j is refused', async (body, error) => {
  const answer = await checkr.call('POST', '/__control/events', body);
  expect([answer.status, answer.body['error']]).toEqual([400, error]);
});

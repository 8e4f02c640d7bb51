import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { application } from '../testing/people.ts';
import { API_KEY, startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { until } from '../testing/until.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';
import type { Received, WebhookReceiver } from '../testing/webhook-receiver.ts';
import { signBody } from './sign-body.ts';

const CANDIDATE = { email: 'robin.sample@example.org', first_name: 'José' };
let checkr: StartedCheckr;
let receiver: WebhookReceiver;
beforeEach(async () => {
  [checkr, receiver] = await Promise.all([startCheckr({ timeScale: 1 }), startWebhookReceiver()]);
});
afterEach(async () => {
  await checkr.close();
  await receiver.close();
});

const listen = (fields: Record<string, unknown> = {}) =>
  checkr.call('POST', '/v1/webhooks', { webhook_url: receiver.url, ...fields });
const createCandidate = async () => (await checkr.call('POST', '/v1/candidates', CANDIDATE)).body;
const arrived = (count: number): Promise<Received[]> =>
  until(`${count} webhooks`, () => (receiver.received.length >= count ? receiver.received : undefined));
const deliveries = async () => (await checkr.call('GET', '/__control/deliveries')).body.deliveries;
const control = (mode: string) => checkr.call('POST', '/__control/webhooks', { mode });
const idOf = ({ body }: Received): unknown => (JSON.parse(body) as { id: unknown }).id;

test('the signature is the HMAC that Checkr publishes a way to compute', () => {
  expect(signBody('test-secret', '{"monday":"75F","tuesday":"80F"}')).toBe(
    'b7412f05e981a473b5ecbdb5393afaea02a679db6d7c8e56803512ec4ba98151',
  );
});

test('an event comes in the published envelope, compact, and signed with the first key over the bytes sent', async () => {
  const webhook = (await listen({ include_object: true })).body;
  const candidate = await createCandidate();
  const [{ body, headers }] = (await arrived(1)) as [Received];
  const event = JSON.parse(body) as Record<string, unknown>;
  expect(body).toBe(JSON.stringify(event));
  expect(Object.keys(event)).toEqual('id object type created_at webhook_url data account_id'.split(' '));
  expect(event).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    object: 'event',
    type: 'candidate.created',
    created_at: '2026-03-02T18:00:00Z',
    webhook_url: receiver.url,
    data: { object: candidate },
    account_id: webhook['account_id'],
  });
  expect(headers['user-agent']).toMatch(/^Checkr-Webhook\//);
  expect(headers['content-type']).toBe('application/json');
  expect(headers['x-checkr-signature']).toBe(createHmac('sha256', API_KEY).update(body).digest('hex'));
});

test('without include_object an event carries only id, object and uri', async () => {
  await listen();
  const { id } = await createCandidate();
  const [{ body }] = (await arrived(1)) as [Received];
  expect((JSON.parse(body) as { data: unknown }).data).toEqual({
    object: { id, object: 'candidate', uri: `/v1/candidates/${id}` },
  });
});

test('all that happens on the way of an invitation is told', async () => {
  await listen();
  const { id } = await createCandidate();
  const order = { candidate_id: id, package: 'tasker_standard' };
  const dropped = (await checkr.call('POST', '/v1/invitations', order)).body;
  await checkr.call('DELETE', `/v1/invitations/${dropped.id}`);
  const invitation = (await checkr.call('POST', '/v1/invitations', order)).body;
  await checkr.call('POST', `/__control/invitations/${invitation.id}/complete`, application());
  const late = (await checkr.call('POST', '/v1/invitations', order)).body;
  await checkr.call('POST', `/__control/invitations/${late.id}/expire`);
  expect((await deliveries()).map((delivery) => delivery.type)).toEqual([
    'candidate.created',
    'invitation.created',
    'invitation.deleted',
    'invitation.created',
    'candidate.updated',
    'report.created',
    'invitation.completed',
    'invitation.created',
    'invitation.expired',
  ]);
});

test('any 2xx is taken as received', async () => {
  await listen();
  receiver.answer = { status: 299 };
  await createCandidate();
  await until('the delivery', async () => ((await deliveries())[0]?.state === 'delivered' ? true : undefined));
  checkr.pass(86_400);
  expect(receiver.received).toHaveLength(1);
});

test('anything else is sent again every minute for ten minutes, then every hour for a day, then given up', async () => {
  await listen();
  receiver.answer = { status: 500 };
  await createCandidate();
  const waits = [...Array<number>(10).fill(60), ...Array<number>(24).fill(3600)];
  const attemptsMade = (count: number) =>
    until(`attempt ${count}`, async () => {
      const [delivery] = await deliveries();
      return delivery?.attempts.length === count ? delivery : undefined;
    });
  for (const [index, seconds] of waits.entries()) {
    await attemptsMade(index + 1);
    checkr.pass(seconds);
  }
  const { attempts } = await attemptsMade(35);
  const times = attempts.map((attempt) => Date.parse(attempt.at) / 1000);
  expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual(waits);
  checkr.pass(86_400);
  expect((await deliveries())[0]).toMatchObject({ state: 'failed', attempts: { length: 35 } });
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
});

test('a redirect is not followed', async () => {
  await listen();
  receiver.answer = { status: 302, headers: { Location: receiver.url } };
  await createCandidate();
  await until('the attempt', async () => ((await deliveries())[0]?.attempts.length ? true : undefined));
  expect(receiver.received).toHaveLength(1);
  expect((await deliveries())[0]).toMatchObject({ state: 'waiting', attempts: [{ status: 302 }] });
});

test('user and password in the URL are sent as Basic', async () => {
  const url = receiver.url.replace('http://', 'http://us%40er:pass@');
  expect((await listen({ webhook_url: url })).status).toBe(201);
  await createCandidate();
  const [{ headers }] = (await arrived(1)) as [Received];
  expect(headers.authorization).toBe(`Basic ${Buffer.from('us@er:pass').toString('base64')}`);
});

test('in the mode twice every event comes twice with one id', async () => {
  await listen();
  await control('twice');
  await createCandidate();
  expect(new Set((await arrived(2)).map(idOf)).size).toBe(1);
});

test('held events leave when they are released', async () => {
  await listen();
  await control('hold');
  await createCandidate();
  await createCandidate();
  expect((await deliveries()).map((delivery) => delivery.state)).toEqual(['held', 'held']);
  expect((await control('release')).body).toEqual({ mode: 'normal', released: 2 });
  await arrived(2);
});

test('shuffled events leave within a minute', async () => {
  await listen();
  await control('shuffle');
  for (let number = 0; number < 5; number += 1) await createCandidate();
  checkr.pass(60);
  expect(new Set((await arrived(5)).map(idOf)).size).toBe(5);
});

test('a dropped event never leaves by itself but can be sent by hand', async () => {
  await listen();
  await control('drop');
  await createCandidate();
  const [dropped] = await deliveries();
  expect(dropped?.state).toBe('dropped');
  const again = await checkr.call('POST', '/__control/deliveries', { event_id: dropped?.event_id });
  expect([again.status, again.body]).toEqual([202, { sent: 1 }]);
  expect((await arrived(1)).map(idOf)).toEqual([dropped?.event_id]);
  expect((await checkr.call('POST', '/__control/deliveries', { event_id: 'none' })).status).toBe(404);
});

test('a webhook shows every field and is gone after DELETE', async () => {
  const { status, body } = await listen({ include_object: true, live: true });
  expect(status).toBe(201);
  expect(Object.keys(body)).toEqual(
    'id object uri account_id application_id include_object webhook_url created_at deleted_at'.split(' '),
  );
  const path = `/v1/webhooks/${body.id}`;
  expect((await checkr.call('GET', path)).body).toEqual(body);
  expect((await checkr.call('DELETE', path)).body['deleted_at']).toBe('2026-03-02T18:00:00Z');
  expect((await checkr.call('GET', path)).status).toBe(404);
  await createCandidate();
  expect(await deliveries()).toEqual([]);
});

test.each([
  [
    'http://hooks.example.com/x',
    'Url is not valid. Please use a publicly available host and the HTTPS or SNS protocol.',
  ],
  ['nonsense', 'Url is not valid. Please use a publicly available host and the HTTPS or SNS protocol.'],
  ['sns://key:secret@us-east-1/1/checkr', 'This simulator has no SNS'],
  [undefined, 'webhook_url is missing'],
])('a webhook to %s is refused', async (url, error) => {
  const { status, body } = await listen({ webhook_url: url });
  expect([status, body['error']]).toEqual([400, error]);
});

test('an account has two webhooks at most, and not the same twice', async () => {
  await listen();
  expect((await listen()).body['error']).toBe('Url has already been taken');
  await listen({ webhook_url: 'https://hooks.example.com/checkr' });
  const third = await listen({ webhook_url: 'https://hooks.example.com/other' });
  expect(third.body['error']).toBe('Allowed webhook API limit exceeded');
});

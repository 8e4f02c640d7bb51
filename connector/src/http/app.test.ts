import { createHash, createHmac } from 'node:crypto';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createRecordingPublisher } from '../testing/recording-publisher.ts';
import { createApp } from './app.ts';

const ORG = '00DBC0000000001EAA';
const SECRET = 'a-secret-of-some-length-1';
const KEY = 'checkr-api-key';

function setup() {
  const publisher = createRecordingPublisher();
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const app = createApp({
    proxyHops: 1,
    connections: [
      {
        name: 'main',
        orgId: ORG,
        outboundSecrets: ['an-older-secret-of-length', SECRET],
        checkrApiKeys: ['newer-key', KEY],
      },
    ],
    publisher,
    notReadyReason: () => Promise.resolve(null),
    log,
  });
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', body, headers });
  return {
    app,
    publisher,
    logged: () => logged.join(''),
    outbound: (body: string, secret = SECRET) =>
      post(`/background-check/${secret}`, body, { 'content-type': 'text/xml; charset=utf-8' }),
    webhook: (body: string, signature = sign(body)) => post('/checkr', body, { 'x-checkr-signature': signature }),
    webhookUnsigned: (body: string) => post('/checkr', body),
  };
}

const sign = (body: string, key = KEY) => createHmac('sha256', key).update(body).digest('hex');
const record = (number: number) => `a00${String(number).padStart(12, '0')}AAA`;
const notification = (number: number) =>
  `<Notification><Id>04l${String(number).padStart(12, '0')}AAA</Id><sObject xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>${record(number)}</sf:Id></sObject></Notification>`;
const message = (count: number, org = ORG) =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>${org}</OrganizationId>${Array.from({ length: count }, (_, index) => notification(index + 1)).join('')}</notifications></e:Body></e:Envelope>`;
const event = (overrides: object = {}) =>
  JSON.stringify({
    id: 'evt1',
    object: 'event',
    type: 'report.completed',
    data: { object: { id: 'report1', object: 'report' } },
    ...overrides,
  });

describe('POST /background-check/:secret', () => {
  test('every notification is in the queue before the Ack', async () => {
    const { outbound, publisher } = setup();
    const response = await outbound(message(3));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await response.text()).toContain(
      '<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack>',
    );
    expect(publisher.published.map(({ name, payload }) => [name, payload])).toEqual(
      [1, 2, 3].map((each) => ['carry-out-action', { checkId: record(each) }]),
    );
    expect(new Set(publisher.published.map(({ id }) => id)).size).toBe(3);
  });

  test('the same message again asks for jobs of the same ids', async () => {
    const { outbound, publisher } = setup();
    await outbound(message(1));
    await outbound(message(1));
    expect(publisher.published[0]?.id).toBe(publisher.published[1]?.id);
  });

  test.each([
    ['a wrong secret', message(1), 'another-secret-of-length-9', 401],
    ['an unknown org', message(1, '00DXX0000000009EAA'), SECRET, 401],
    ['malformed XML', '<not closed', SECRET, 400],
    ['a DTD with an entity bomb', `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${message(1)}`, SECRET, 400],
    ['101 notifications', message(101), SECRET, 400],
    ['a body of 10 MB', 'x'.repeat(10 * 1024 * 1024), SECRET, 413],
  ])('%s is refused, with nothing queued and nothing secret logged', async (_name, body, secret, status) => {
    const { outbound, publisher, logged } = setup();
    expect((await outbound(body, secret)).status).toBe(status);
    expect(publisher.published).toEqual([]);
    expect(logged()).toContain('/background-check/:secret');
    expect(logged()).not.toContain(secret);
  });

  test('with Redis away it is not acknowledged, so Salesforce sends it again', async () => {
    const { outbound, publisher } = setup();
    publisher.isAway = true;
    const response = await outbound(message(1));
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('Ack');
  });
});

describe('POST /checkr', () => {
  test('a signed event becomes a job that carries ids only', async () => {
    const { webhook, publisher } = setup();
    const personal = event({ data: { object: { id: 'report1', object: 'report', dob: '1990-01-01' } } });
    expect((await webhook(personal)).status).toBe(204);
    expect(publisher.published).toMatchObject([
      {
        connection: 'main',
        name: 'apply-event',
        payload: { eventId: 'evt1', type: 'report.completed', objectType: 'report', objectId: 'report1' },
        id: 'checkr-evt1',
      },
    ]);
    expect(JSON.stringify(publisher.published)).not.toContain('1990');
  });

  test('it carries when it happened and the fingerprint of the message, for the audit', async () => {
    const { webhook, publisher } = setup();
    const body = event({ created_at: '2026-11-20T12:00:00Z' });
    await webhook(body);
    expect(publisher.published[0]?.payload).toMatchObject({
      occurredAt: '2026-11-20T12:00:00Z',
      payloadSha256: createHash('sha256').update(body).digest('hex'),
    });
  });

  test('an event that says nothing readable of its time is worked off all the same', async () => {
    const { webhook, publisher } = setup();
    expect((await webhook(event({ created_at: 'yesterday' }))).status).toBe(204);
    expect(publisher.published[0]?.payload).not.toHaveProperty('occurredAt');
  });

  test.each([
    ['no signature', undefined],
    ['the sentence of an account without a key', 'Please create an API key to check the authenticity of our webhooks.'],
    ['a short signature', 'abc123'],
    ['a signature by another key', sign(event(), 'wrong-key')],
    ['the signature of another body', sign(event({ id: 'evt2' }))],
  ])('%s is 401, and nothing of the body is logged', async (_name, signature) => {
    const { webhook, webhookUnsigned, publisher, logged } = setup();
    const response = signature === undefined ? await webhookUnsigned(event()) : await webhook(event(), signature);
    expect(response.status).toBe(401);
    expect(publisher.published).toEqual([]);
    expect(logged()).toContain('checkr-signature-mismatch');
    expect(logged()).not.toContain('report1');
  });

  test.each([
    ['not JSON', 'hello'],
    ['empty', ''],
    ['JSON of another shape', '{"id":"evt1"}'],
  ])('a signed body that is %s is 400', async (_name, body) => {
    const { webhook, publisher } = setup();
    expect((await webhook(body)).status).toBe(400);
    expect(publisher.published).toEqual([]);
  });

  test.each(['candidate.created', 'account.credentialed', 'something.brand_new'])(
    '%s is accepted without effect',
    async (type) => {
      const { webhook, publisher } = setup();
      const body = event({ type, data: { object: { id: 'x1', object: type.split('.')[0] } } });
      expect((await webhook(body)).status).toBe(204);
      expect(publisher.published).toEqual([]);
    },
  );

  test.each([
    ['an object without id', 'token.deauthorized', { object: { access_code: 'x' } }],
    ['a number for an id', 'form_i9.updated', { object: { id: 5, object: 'form_i9' } }],
    ['an object that is none', 'account.updated', { object: 'x' }],
    ['no data', 'something.brand_new', undefined],
  ])('an event about nothing that moves a check is accepted with %s', async (_name, type, data) => {
    const { webhook, publisher } = setup();
    expect((await webhook(event({ type, data }))).status).toBe(204);
    expect(publisher.published).toEqual([]);
  });

  test.each([
    ['a report without id', 'report.completed', { object: { object: 'report' } }],
    ['an object of no kind', 'report.completed', { object: { id: 'report1' } }],
    ['no data', 'invitation.completed', undefined],
    ['a report without id under a new type', 'something.brand_new', { object: { object: 'report' } }],
  ])('an event that moves a check is not taken with %s, so Checkr sends it again', async (_name, type, data) => {
    const { webhook, publisher } = setup();
    expect((await webhook(event({ type, data }))).status).toBe(400);
    expect(publisher.published).toEqual([]);
  });

  test('an unknown event type about a report still leads to a look at the report', async () => {
    const { webhook, publisher } = setup();
    expect((await webhook(event({ type: 'report.brand_new' }))).status).toBe(204);
    expect(publisher.published).toHaveLength(1);
  });

  test('with Redis away it is 503, so Checkr sends it again', async () => {
    const { webhook, publisher } = setup();
    publisher.isAway = true;
    expect((await webhook(event())).status).toBe(503);
  });
});

test('an unknown path is 404 and logged without it', async () => {
  const { app, logged } = setup();
  expect((await app.request('/wp-admin/secret-token')).status).toBe(404);
  expect(logged()).not.toContain('secret-token');
});

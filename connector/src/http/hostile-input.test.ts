import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { ATS_RESULT_WORDS } from '../domain/ats-account.ts';
import { Failure } from '../domain/failure.ts';
import { createRecordingPublisher } from '../testing/recording-publisher.ts';
import { neutralFormat } from '../vendors/neutral.ts';
import { createApp } from './app.ts';
import type { AtsDoorDeps } from './deps.ts';
import { atsDoor } from './routes/ats.ts';

const SECRET = 'a-secret-of-some-length-1';
const KEY = 'checkr-api-key';
const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
const OUTBOUND = 'http://soap.sforce.com/2005/09/outbound';

const publisher = createRecordingPublisher();
const account = {
  ...{ id: 'ACCT123', connection: 'main', company: 'Acme', owner: 'owner@example.org', callbackHosts: [] },
  resultWords: ATS_RESULT_WORDS,
};
const VENDOR_SECRET = 'a-secret-of-the-vendor-acme';
const ats: AtsDoorDeps = {
  login: {
    logIn: ({ account: id, secret }) =>
      id === account.id && secret === 'secret'
        ? Promise.resolve(account)
        : Promise.reject(new Failure('unauthorized', 'ats-login-wrong')),
  },
  listPackages: () => Promise.resolve([]),
  placeOrder: (_account, { hash }) => Promise.resolve({ checkId: 'check1', trackingId: 'BC-000001', hash }),
};
const app = createApp({
  vendors: [
    {
      ...{ path: 'acme', isDefault: true, secrets: [VENDOR_SECRET], signatureHeader: 'x-webhook-signature' },
      format: neutralFormat,
      receive: () => Promise.resolve({ outcome: 'applied', reason: null }),
    },
  ],
  proxyHops: 1,
  optionalDoors: [(app) => app.route('/ats', atsDoor(ats, 1))],
  connections: [{ name: 'main', orgId: '00DBC0000000001EAA', outboundSecrets: [SECRET], checkrApiKeys: [KEY] }],
  publisher,
  notReadyReason: () => Promise.resolve(null),
  log: pino({ level: 'silent' }),
});

type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
const signed = (body: Bytes) => ({ 'x-checkr-signature': createHmac('sha256', KEY).update(body).digest('hex') });
const post = (path: string, body: Bytes, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', body, headers });

/** What a sender may get for a body it made up: an answer that says it is theirs to mend. */
const REFUSALS = [400, 401, 404, 413, 415, 422, 429];

const withoutBigInt = (_key: string, value: unknown) => (typeof value === 'bigint' ? 0 : value);
const anyBytes = fc.uint8Array({ maxLength: 4096 }).map((bytes): Bytes => new Uint8Array(bytes));
const anyJson = fc.json({ maxDepth: 6 }).map(bytesOf);
/** Nearly an event: each part right, missing or of any shape. */
const nearlyEvent = fc
  .record(
    {
      id: fc.oneof(fc.constant('evt1'), fc.anything()),
      type: fc.oneof(fc.constant('report.completed'), fc.anything()),
      data: fc.oneof(
        fc.record({ object: fc.record({ id: fc.anything(), object: fc.constant('report') }) }),
        fc.anything(),
      ),
    },
    { requiredKeys: [] },
  )
  .map((event) => bytesOf(JSON.stringify(event, withoutBigInt)));

const xmlText = fc.oneof(
  fc.string(),
  fc.constantFrom('&amp;', '&#0;', '&#x110000;', '&lol;', '<![CDATA[', ']]>', '<!--', '<?xml?>', '\u0000'),
);
const xmlName = fc.constantFrom('Notification', 'Id', 'OrganizationId', 'sObject', 'n:x', '1a', 'xmlns:x', 'ActionId');
/** Nearly an outbound message: elements open and close as they like around any text. */
const nearlyMessage = fc
  .array(fc.tuple(xmlName, xmlText, fc.boolean()), { maxLength: 30 })
  .map((parts) => parts.map(([name, text, closes]) => `<${name}>${text}${closes ? `</${name}>` : ''}`).join(''))
  .map((inner) =>
    bytesOf(
      `<e:Envelope xmlns:e="${ENVELOPE}"><e:Body><notifications xmlns="${OUTBOUND}">${inner}</notifications></e:Body></e:Envelope>`,
    ),
  );

const isMessage = { 'content-type': 'text/xml; charset=utf-8' };

test('whatever a signed webhook holds, the door accepts or refuses it', async () => {
  const property = fc.asyncProperty(fc.oneof(anyBytes, anyJson, nearlyEvent), async (body) => {
    expect([204, ...REFUSALS]).toContain((await post('/checkr', body, signed(body))).status);
  });
  await fc.assert(property, { numRuns: 500 });
});

test('whatever an outbound message holds, the door acknowledges or refuses it', async () => {
  const property = fc.asyncProperty(fc.oneof(anyBytes, nearlyMessage), async (body) => {
    expect([200, ...REFUSALS]).toContain((await post(`/background-check/${SECRET}`, body, isMessage)).status);
  });
  await fc.assert(property, { numRuns: 500 });
});

const fromVendor = (body: Bytes) => ({
  'x-webhook-signature': createHmac('sha256', VENDOR_SECRET).update(body).digest('hex'),
});
const RIGHT_RESULT = {
  ...{ external_id: 'vc-1', status: 'completed', result: 'clear', result_summary: 'Nothing found', estimated_days: 2 },
  ...{ result_details: { criminal: 'clear' }, external_url: 'https://vendor.example.org/checks/vc-1' },
};
/** A result with none, one or two of its fields of any shape. */
const nearlyResult = fc
  .dictionary(fc.constantFrom(...Object.keys(RIGHT_RESULT), '__proto__'), fc.oneof(fc.anything(), fc.string()), {
    maxKeys: 2,
  })
  .map((odd) => bytesOf(JSON.stringify({ ...RIGHT_RESULT, ...odd }, withoutBigInt)));

test('whatever a vendor signs, the door takes it or names the field to mend', async () => {
  let taken = 0;
  const property = fc.asyncProperty(fc.oneof(anyBytes, anyJson, nearlyResult), async (body) => {
    const answer = await post('/webhooks/background_check/acme', body, fromVendor(body));
    expect([200, 400]).toContain(answer.status);
    if (answer.status === 200) taken += 1;
  });
  await fc.assert(property, { numRuns: 400 });
  expect(taken).toBeGreaterThan(0);
});

const isOrder = { 'content-type': 'application/json', authorization: `Basic ${btoa('ACCT123:secret')}` };
const RIGHT_ORDER = {
  ...{ account_id: 'ACCT123', background_check_id: '224466', package_id: 'PKG001', add_on_package_ids: ['DRG02'] },
  webhook_url: 'https://ats.example.org/hook',
  applicant: { first_name: 'John', last_name: 'Doe', email: 'john.doe@example.org' },
};
const orderField = fc.constantFrom(...Object.keys(RIGHT_ORDER), 'hiring_manager', 'job', 'constructor');
/** An order with none, one or two of its fields of any shape. */
const nearlyOrder = fc
  .dictionary(orderField, fc.oneof(fc.anything(), fc.string(), fc.webUrl()), { maxKeys: 2 })
  .map((odd) => bytesOf(JSON.stringify({ ...RIGHT_ORDER, ...odd }, withoutBigInt)));

test('whatever an order holds, it is taken or refused in words', async () => {
  let taken = 0;
  const property = fc.asyncProperty(fc.oneof(anyBytes, anyJson, nearlyOrder), async (body) => {
    const answer = await post('/ats/orders', body, isOrder);
    expect([201, ...REFUSALS].filter((status) => status !== 401)).toContain(answer.status);
    if (answer.status === 201) taken += 1;
    if (answer.status !== 201)
      expect(await answer.json()).toEqual({ error_message: expect.stringMatching(/./) as string });
  });
  await fc.assert(property, { numRuns: 400 });
  expect(taken).toBeGreaterThan(0);
});

test('whatever a login holds, nobody is let in by it', async () => {
  const login = fc.oneof(
    fc.stringMatching(/^[\x20-\x7e]{0,300}$/),
    fc.base64String().map((text) => `Basic ${text}`),
    fc.tuple(fc.string(), fc.string()).map((pair) => `Basic ${Buffer.from(pair.join(':')).toString('base64')}`),
  );
  const property = fc.asyncProperty(login, async (authorization) => {
    const answer = await post('/ats/orders', bytesOf('{}'), { ...isOrder, authorization });
    expect(answer.status).toBe(401);
  });
  await fc.assert(property, { numRuns: 300 });
});

test('whatever a header or a path holds, nothing is proven by it', async () => {
  const before = publisher.published.length;
  const headerValue = fc.stringMatching(/^[\x20-\x7e]{0,300}$/);
  const segment = fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' });
  const property = fc.asyncProperty(headerValue, segment, anyJson, async (header, secret, body) => {
    expect(REFUSALS).toContain((await post('/checkr', body, { 'x-checkr-signature': header })).status);
    expect(REFUSALS).toContain(
      (await post('/webhooks/background_check', body, { 'x-webhook-signature': header })).status,
    );
    const path = `/background-check/${encodeURIComponent(secret)}`;
    expect(REFUSALS).toContain((await post(path, body, isMessage)).status);
  });
  await fc.assert(property, { numRuns: 200 });
  expect(publisher.published).toHaveLength(before);
});

/** Each of these would cost the parser the square of its depth. */
test.each([
  ['elements', bytesOf('<a>'.repeat(5_000))],
  ['elements with a prefix', bytesOf(`<p:a xmlns:p="u">${'<p:a>'.repeat(5_000)}`)],
  ['elements in the right place', bytesOf(`<e:Envelope xmlns:e="${ENVELOPE}"><e:Body>${'<a>'.repeat(5_000)}`)],
])('deep nesting of %s is refused at its sixteenth level', async (_name, body) => {
  const answer = await post(`/background-check/${SECRET}`, body, isMessage);
  expect([answer.status, await answer.json()]).toEqual([400, { error: 'outbound-message-too-deep' }]);
});

test.each([
  [
    'a billion laughs',
    `/background-check/${SECRET}`,
    bytesOf('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'),
  ],
  ['an external entity', `/background-check/${SECRET}`, bytesOf('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x>&x;</x>')],
  [
    '60,000 attributes',
    `/background-check/${SECRET}`,
    bytesOf(`<a ${Array.from({ length: 60_000 }, (_, i) => `a${i}="x"`).join(' ')}>`),
  ],
  ['a text of one megabyte that never ends', `/background-check/${SECRET}`, bytesOf(`<a>${'x'.repeat(1024 * 1023)}`)],
  ['lists 500,000 deep', '/checkr', bytesOf('['.repeat(500_000))],
  [
    'a prototype in the event',
    '/checkr',
    bytesOf('{"__proto__":{"id":"x"},"constructor":{"prototype":{"type":"report.completed"}}}'),
  ],
  ['an order 30,000 deep', '/ats/orders', bytesOf(`{"applicant":${'['.repeat(30_000)}`)],
  ['an order with a prototype', '/ats/orders', bytesOf('{"__proto__":{"account_id":"ACCT123"}}')],
])('%s is refused as input', async (_name, path, body) => {
  const headers = path === '/checkr' ? signed(body) : path === '/ats/orders' ? isOrder : isMessage;
  expect(REFUSALS).toContain((await post(path, body, headers)).status);
});

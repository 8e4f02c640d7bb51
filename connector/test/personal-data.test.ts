import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../scripts/lib/org-session.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { deployPackage } from '../../scripts/lib/prepare-org.ts';
import { CONNECTOR_USERNAME } from '../../scripts/lib/start-connector.ts';
import { attachConsent } from './attach-consent.ts';
import { startProduct, type Product } from './harness.ts';
import { runCommand } from './operator.ts';
import { VENDOR_ENV, vendorWords } from './vendor-harness.ts';

/** One invented person of whom every word would be known again anywhere. */
const PLANTED = {
  FirstName: 'Zenobiasentinel',
  LastName: 'Quillfeather',
  Email: 'zz-sentinel@example.org',
  Phone: '217-555-0188',
  Street: '77 Sentinel Lane',
  City: 'Springfield',
  State: 'IL',
  PostalCode: '62791',
  Country: 'US',
  Middle_Name__c: 'Ottolinesentinel',
  SSN__c: '534772002',
  Birthdate__c: '1987-03-14',
};
const OPERATOR_PASSWORD = 'a-long-password';
const METRICS_TOKEN = 'a-token-for-the-numbers-1234';
const LICENSE = 'D4937716';
/** Five digits may stand in any number; these stand alone. */
const POSTAL_CODE = /(?<!\d)62791(?!\d)/;
/** How each may be written when it leaks. */
const TRACES = [
  'zenobiasentinel',
  'quillfeather',
  'ottolinesentinel',
  'zz-sentinel',
  '555-0188',
  '2175550188',
  'sentinel lane',
  '534772002',
  '534-77-2002',
  '1987-03-14',
  '03/14/1987',
  LICENSE.toLowerCase(),
];
/** An access token begins with the org's id and an exclamation mark. */
const SALESFORCE_TOKEN = /00D[A-Za-z0-9]{12,15}![\w.]+/;
const WORDS = `SSN 534-77-2002 of Zenobiasentinel Quillfeather (zz-sentinel@example.org, 77 Sentinel Lane, 1987-03-14, ${LICENSE}) is invalid`;

let product: Product;
let ear: { server: Server; url: string; heard: string[] };
/** What the doors answered to those who sent them such things. */
const answers: string[] = [];

beforeAll(async () => {
  ear = await startEar();
  const hashed = await runCommand(['--json', 'hash-password'], { env: {}, input: `${OPERATOR_PASSWORD}\n` });
  const ADMIN_PASSWORD_HASH = String(hashed.json['ADMIN_PASSWORD_HASH']);
  const connectorEnv = { CHECKR_ORDERING: 'report', METRICS_TOKEN, ADMIN_PASSWORD_HASH, ...VENDOR_ENV };
  product = await startProduct({ direct: true, ats: true, connectorEnv });
});
afterAll(async () => {
  await product.close();
  ear.server.close();
});

/** Hears what the org sends out, in the connector's place. */
async function startEar(): Promise<typeof ear> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push(Buffer.concat(chunks).toString('utf8'));
      response.writeHead(503).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const ends = (id: string, status: string) => product.checkOnce(id, status, (check) => check['Status__c'] === status);
const personWith = async (fields: Row = {}) => {
  const lead = await product.createLead({
    ...PLANTED,
    No_Middle_Name__c: false,
    Background_Check_Consent_At__c: '2026-11-01T12:00:00Z',
    ...fields,
  });
  await attachConsent(product.requester, lead);
  return lead;
};
const logged = (what: string) =>
  pollUntil(() => Promise.resolve(product.logs().includes(what)), {
    what: `a log line with ${what}`,
    deadlineMs: 20_000,
  });

test('an order, its result and its refusals are played with a person of whom every word is known', async () => {
  const found = await product.requestCheck(await personWith());
  expect(await ends(found, 'Review Required')).toMatchObject({ Result__c: 'Consider' });

  await product.checkrControl('POST', '/faults', {
    ...{ match: 'POST /v1/candidates', times: 1, status: 422, body: { error: [WORDS] } },
  });
  const refused = await ends(
    await product.requestCheck(await personWith({ Email: 'zz-sentinel-2@example.org' })),
    'Error',
  );
  expect(refused['Error_Create_Candidate__c']).toContain('534-77-2002');

  await product.checkrControl('POST', '/faults', {
    ...{ match: 'POST /v1/candidates', times: 1, status: 502, body: `<html>${WORDS}</html>` },
  });
  await ends(await product.requestCheck(await personWith({ Email: 'zz-sentinel-3@example.org' })), 'Review Required');

  const lead = await personWith({ Email: 'zz-sentinel-4@example.org' });
  await product.orgControl('PUT', '/faults', [
    { match: 'PATCH /sobjects', status: 400, errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: WORDS },
    { match: 'POST /composite', status: 400, errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: WORDS },
  ]);
  await product.requestCheck(lead);
  await logged('salesforce-field-custom-validation-exception');
  await product.orgControl('PUT', '/faults', []);
});

test.each([
  ['/checkr', JSON.stringify({ id: 'evt1', type: 'report.completed', data: { object: { ssn: WORDS } } }), {}],
  ['/checkr', `{"broken": "${WORDS}`, {}],
  [`/checkr?name=${encodeURIComponent(WORDS)}`, WORDS, { 'x-checkr-signature': WORDS }],
  [`/background-check/${encodeURIComponent(WORDS)}`, `<x>${WORDS}</x>`, { 'content-type': 'text/xml' }],
  [`/${encodeURIComponent(WORDS)}`, WORDS, { 'user-agent': WORDS, cookie: WORDS }],
])('%s is sent personal data it never asked for', async (path, body, headers) => {
  const answer = await fetch(`${product.connectorUrl}${path}`, { method: 'POST', body, headers });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  answers.push(await answer.text(), JSON.stringify([...answer.headers]));
});

test('a proven webhook may hold personal data too', async () => {
  const object = {
    id: 'unknown-report',
    object: 'report',
    ssn: PLANTED.SSN__c,
    dob: PLANTED.Birthdate__c,
    custom_id: WORDS,
  };
  const event = { id: 'evt-planted', object: 'event', type: 'report.completed', data: { object } };
  const answer = await product.webhook(JSON.stringify(event));
  expect(answer.status).toBe(204);
  await logged('checkr-404');
});

test('an ATS orders for such a person, once in order and once garbled', async () => {
  const { accountId = '', secret = '' } = product.ats ?? {};
  const order = (id: string, change: object = {}) =>
    fetch(`${product.connectorUrl}/ats/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${accountId}:${secret}`)}` },
      body: JSON.stringify({
        ...{ account_id: accountId, background_check_id: id, package_id: 'tasker_standard' },
        webhook_url: 'https://127.0.0.1:1/hook',
        applicant: { first_name: PLANTED.FirstName, last_name: PLANTED.LastName, email: 'zz-sentinel-9@example.org' },
        ...change,
      }),
    });
  const wrong = await order('planted-2', { package_id: WORDS, applicant: { email: WORDS, first_name: [WORDS] } });
  expect(wrong.status).toBe(400);
  answers.push(await wrong.text());
  const right = await order('planted-1');
  answers.push(await right.text());
  expect([201, 422]).toContain(right.status);
});

test('another vendor sends such results: understood, not understood, and of nobody we know', async () => {
  const acme = vendorWords(product, product.admin);
  const sent = await Promise.all([
    acme.send({ external_id: 'nobody-1', status: 'completed', result: 'consider', result_summary: WORDS }),
    acme.send({ external_id: WORDS, status: WORDS, result: WORDS, result_details: { [WORDS]: { result: WORDS } } }),
    acme.send(`{"external_id": "${WORDS}`),
    acme.send({ external_id: 'nobody-2', result_summary: WORDS }, { signature: WORDS }),
  ]);
  expect(sent.map(({ status }) => status)).toEqual([404, 400, 400, 401]);
  answers.push(...(await Promise.all(sent.map((answer) => answer.text()))));
});

test('the numbers an operator sees name nobody', async () => {
  const numbers = await fetch(`${product.connectorUrl}/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  });
  expect(numbers.status).toBe(200);
  answers.push(await numbers.text());
});

test('the pages of the queues show ids', async () => {
  const login = { authorization: `Basic ${btoa(`operator:${OPERATOR_PASSWORD}`)}` };
  const page = (query: string) => fetch(`${product.connectorUrl}/admin/queues/api/queues${query}`, { headers: login });
  for (const status of ['latest', 'completed', 'delayed', 'failed']) {
    const shown = await page(`?activeQueue=connection-main&status=${status}&page=1&jobsPerPage=100`);
    expect(shown.status).toBe(200);
    answers.push(await shown.text());
  }
  expect(answers.at(-3)).toContain('checkId');
});

test('what the org sends out names records, never people', async () => {
  await deployPackage(product.orgUrl, ['org'], {
    CONNECTOR_ENDPOINT: `${ear.url}/background-check/a-secret-of-some-length-1`,
    OUTBOUND_USERNAME: CONNECTOR_USERNAME,
  });
  const id = await product.requestCheck(await personWith({ Email: 'zz-sentinel-5@example.org' }));
  const heard = () => Promise.resolve(ear.heard.find((message) => message.includes(id)));
  answers.push(await pollUntil(heard, { what: 'the outbound message of the check', deadlineMs: 20_000 }));
});

test('none of it is in a log, in Redis, in the metrics or the pages of the queues, in an answer or in an outbound message', async () => {
  const places = { logs: product.logs(), redis: await product.redisDump(), answers: answers.join('\n') };
  for (const [place, text] of Object.entries(places)) {
    const low = text.toLowerCase();
    const found = TRACES.filter((trace) => low.includes(trace));
    expect({ place, found, postalCode: POSTAL_CODE.test(text) }).toEqual({ place, found: [], postalCode: false });
  }
});

test('no key, secret or token is in any of them either', async () => {
  const { keys } = product;
  const text = product.logs() + (await product.redisDump()) + answers.join('\n');
  const [, firstLineOfKey = ''] = keys.privateKeyPem.split('\n');
  expect(firstLineOfKey.length).toBeGreaterThan(40);
  for (const secret of [keys.checkrApiKey, keys.outboundSecret, firstLineOfKey]) expect(text).not.toContain(secret);
  expect(text).not.toMatch(SALESFORCE_TOKEN);
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { startProduct, type Product } from './harness.ts';

const TOKEN = 'a-token-for-the-numbers-1';

let product: Product;
const planted = `planted-${randomUUID().slice(0, 8)}`;
let ids: string[] = [];
let requestId = '';

beforeAll(async () => {
  product = await startProduct({ connectorEnv: { METRICS_TOKEN: TOKEN } });
  const lead = await product.createLead({ LastName: planted, Email: `${planted}@example.org` });
  const check = await product.requestCheck(lead);
  const invited = await product.checkOnce(check, 'Invited', (row) => row['Status__c'] === 'Invited');
  ids = [lead, check, String(invited['Checkr_Invitation_Id__c']), String(invited['Checkr_Candidate_Id__c'])];
  requestId = `router-${randomUUID()}`;
  const event = {
    id: randomUUID(),
    type: 'invitation.created',
    data: { object: { id: ids[2], object: 'invitation' } },
  };
  const answer = await product.webhook(JSON.stringify(event), undefined, { 'x-request-id': requestId });
  expect([answer.status, answer.headers.get('x-request-id')]).toEqual([204, requestId]);
  await product.webhook(JSON.stringify(event), 'Please create an API key.');
});
afterAll(() => product.close());

const scrape = (token: string) =>
  fetch(`${product.connectorUrl}/metrics`, { headers: { authorization: `Bearer ${token}` } });

/** The numbers once the worker has shared them. */
async function numbers(wanted: RegExp): Promise<string> {
  return pollUntil(async () => [await (await scrape(TOKEN)).text()].find((text) => wanted.test(text)), {
    what: `the numbers to hold ${String(wanted)}`,
    deadlineMs: 30_000,
  });
}

test('the numbers are for whoever holds the token', async () => {
  expect((await scrape('another-token-of-24-letters')).status).toBe(401);
  expect((await fetch(`${product.connectorUrl}/metrics`)).status).toBe(401);
  expect((await scrape(TOKEN)).status).toBe(200);
});

test('they tell what an operator alarms on, of both processes', async () => {
  for (const sample of [
    /bgcheck_worker_up 1/,
    /bgcheck_worker_heartbeat_age_seconds \d/,
    /bgcheck_queue_jobs\{connection="main",state="waiting"\} \d/,
    /bgcheck_queue_oldest_waiting_seconds\{connection="main"\} \d/,
    /bgcheck_jobs_total\{connection="main",job="carry-out-action",outcome="done",process="worker-\d+"\} 1/,
    /bgcheck_write_back_seconds_bucket\{le="1",.*job="carry-out-action"/,
    /bgcheck_salesforce_calls_left\{connection="main",process="worker-\d+"\} 1[45]\d{3}/,
    /bgcheck_checkr_calls_left\{connection="main",process="worker-\d+"\} 1\d{3}/,
    /bgcheck_requests_total\{route="\/checkr",status="204",process="web-\d+"\} \d/,
    /bgcheck_requests_total\{route="\/background-check\/:secret",status="200",process="web-\d+"\} \d/,
    /bgcheck_refused_total\{route="\/checkr",reason="sentence-instead-of-signature",process="web-\d+"\} 1/,
  ])
    expect(await numbers(sample)).toMatch(sample);
});

test('no number carries an id or a person', async () => {
  const text = await numbers(/bgcheck_events_total\{/);
  const { keys, checkr } = product;
  const secrets = [keys.outboundSecret, checkr.apiKey, TOKEN];
  for (const word of [...ids, ...secrets, planted, product.admin.orgId, requestId]) expect(text).not.toContain(word);
  const values = [...text.matchAll(/="([^"]*)"/g)].map(([, value = '']) => value);
  expect(values.filter((value) => /@|[A-Za-z0-9]{15,}|[0-9a-f]{8}-/.test(value))).toEqual([]);
});

test('the id of a request is in the log of its door, its job and what became of it', async () => {
  const lines = await pollUntil(
    async () => {
      const found = product
        .logs()
        .split('\n')
        .filter((line) => line.includes(requestId))
        .map((line) => (JSON.parse(line) as { msg: string }).msg);
      return found.includes('job') && found;
    },
    { what: 'the job to be logged', deadlineMs: 30_000 },
  );
  expect(new Set(lines)).toEqual(new Set(['request', 'event', 'job']));
});

test('an id that is no id is replaced, so that nobody writes into the log', async () => {
  const answer = await fetch(`${product.connectorUrl}/health`, { headers: { 'x-request-id': 'a "quoted" line' } });
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('the log says why a webhook was refused, the answer does not', async () => {
  const answer = await product.webhook('{}', 'Please create an API key.');
  expect(await answer.json()).toEqual({ error: 'checkr-signature-mismatch' });
  expect(product.logs()).toContain('sentence-instead-of-signature');
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { API_KEY, startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { until } from '../testing/until.ts';

const CANDIDATE = { email: 'robin.sample@example.org' };
let checkr: StartedCheckr;
beforeEach(async () => {
  checkr = await startCheckr({ rateLimit: 20 });
});
afterEach(() => checkr.close());

test('a call without a key of the account is refused', async () => {
  const answer = await checkr.call('GET', '/v1/account', undefined, { Authorization: 'Basic eDo=' });
  expect([answer.status, answer.text]).toEqual([401, '{"error":"Bad authentication error"}']);
  expect(answer.headers.get('X-Ratelimit-Limit')).toBe('20');
});

test('every key of the account is good', async () => {
  const second = `Basic ${Buffer.from('second-key:').toString('base64')}`;
  expect((await checkr.call('GET', '/v1/account', undefined, { Authorization: second })).status).toBe(200);
});

test('the account shows its name and that it may order', async () => {
  const { body } = await checkr.call('GET', '/v1/account');
  expect(body).toMatchObject({ object: 'account', uri_name: 'acme', authorized: true, segmentation_enabled: false });
});

test.each([
  ['GET', '/v1/geos'],
  ['PATCH', '/v1/candidates/aaaaaaaaaaaaaaaaaaaaaaaa'],
  ['PUT', '/v1/reports/aaaaaaaaaaaaaaaaaaaaaaaa'],
])('%s %s, which no route takes, is refused by name', async (method, path) => {
  const answer = await checkr.call(method, path);
  expect(answer.status).toBe(404);
  expect(answer.body['error']).toContain(`${method} ${path}`);
});

test('every answer carries a request id and the rate limit in both spellings', async () => {
  const { headers } = await checkr.call('GET', '/v1/account');
  expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(Object.fromEntries([...headers].filter(([name]) => name.includes('ratelimit')))).toEqual({
    'ratelimit-limit': '20',
    'ratelimit-remaining': '19',
    'ratelimit-reset': '60',
    'x-ratelimit-limit': '20',
    'x-ratelimit-remaining': '19',
    'x-ratelimit-reset': '2026-03-02T18:01:00Z',
  });
});

test('past the limit the answer is 429 until the next full minute', async () => {
  for (let call = 0; call < 20; call += 1) await checkr.call('GET', '/v1/account');
  const refused = await checkr.call('GET', '/v1/account');
  expect([refused.status, refused.text]).toEqual([429, '{"message":"API rate limit exceeded"}']);
  expect(refused.headers.get('X-Ratelimit-Remaining')).toBe('0');
  checkr.pass(60 * 60);
  expect((await checkr.call('GET', '/v1/account')).status).toBe(200);
});

test('the limit is 1200 calls a minute unless told otherwise', async () => {
  const ordinary = await startCheckr();
  const { headers } = await ordinary.call('GET', '/v1/account');
  await ordinary.close();
  expect(headers.get('X-Ratelimit-Remaining')).toBe('1199');
});

test('a POST under the same key is answered once and replayed, whatever it says', async () => {
  const key = { 'Idempotency-Key': 'order-1' };
  const first = await checkr.call('POST', '/v1/candidates', CANDIDATE, key);
  const again = await checkr.call('POST', '/v1/candidates', { email: 'someone.else@example.org' }, key);
  expect([again.status, again.text]).toEqual([201, first.text]);
  expect((await checkr.call('GET', '/v1/candidates')).body['count']).toBe(1);
});

test('a key is forgotten after 24 hours', async () => {
  const key = { 'Idempotency-Key': 'order-1' };
  const first = await checkr.call('POST', '/v1/candidates', CANDIDATE, key);
  checkr.pass(23 * 3600);
  expect((await checkr.call('POST', '/v1/candidates', CANDIDATE, key)).body.id).toBe(first.body.id);
  checkr.pass(3600);
  expect((await checkr.call('POST', '/v1/candidates', CANDIDATE, key)).body.id).not.toBe(first.body.id);
});

test('a failed POST does not use up its key', async () => {
  const key = { 'Idempotency-Key': 'order-1' };
  expect((await checkr.call('POST', '/v1/candidates', {}, key)).status).toBe(400);
  expect((await checkr.call('POST', '/v1/candidates', CANDIDATE, key)).status).toBe(201);
});

test('a POST under a key that is still being answered is refused', async () => {
  const key = { 'Idempotency-Key': 'order-1' };
  await checkr.call('POST', '/__control/faults', { match: 'POST /v1/candidates', delayMs: 1000 });
  const first = checkr.call('POST', '/v1/candidates', CANDIDATE, key);
  await until('the first call', async () => {
    const { calls } = (await checkr.call('GET', '/__control/calls')).body;
    return calls['POST /v1/candidates'];
  });
  const second = await checkr.call('POST', '/v1/candidates', CANDIDATE, key);
  expect([second.status, second.body]).toEqual([
    409,
    { message: 'Another request with the same idempotency key is in progress' },
  ]);
  expect((await first).status).toBe(201);
  expect((await checkr.call('POST', '/v1/candidates', CANDIDATE, key)).text).toBe((await first).text);
});

test.each([
  ['{"email":', 'application/json', 400, 'not valid JSON'],
  ['<a/>', 'text/xml', 415, "'text/xml' is not supported"],
])('the body %s sent as %s is refused with %i', async (body, type, status, words) => {
  const answer = await checkr.call('POST', '/v1/candidates', body, { 'Content-Type': type });
  expect(answer.status).toBe(status);
  expect(answer.body['error']).toContain(words);
});

test('form bodies are taken as well as JSON', async () => {
  const { body } = await checkr.call('POST', '/v1/candidates', 'email=robin%40example.org&copy_requested=true');
  expect(body).toMatchObject({ email: 'robin@example.org', copy_requested: true });
});

test('lists come in pages with links to the pages beside them', async () => {
  for (const name of ['a', 'b', 'c']) await checkr.call('POST', '/v1/candidates', { email: `${name}@example.org` });
  const { body } = await checkr.call('GET', '/v1/candidates?page=2&per_page=1');
  expect(Object.keys(body)).toEqual(['data', 'object', 'next_href', 'previous_href', 'count']);
  expect(body).toMatchObject({
    data: [{ email: 'b@example.org' }],
    object: 'list',
    next_href: `${checkr.url}/v1/candidates?page=3&per_page=1`,
    previous_href: `${checkr.url}/v1/candidates?page=1&per_page=1`,
    count: 3,
  });
  const last = await checkr.call('GET', '/v1/candidates?page=3&per_page=1');
  expect(last.body['next_href']).toBeNull();
});

test.each(['page=0', 'per_page=101', 'page=x', 'colour=red'])('a list does not take %s', async (query) => {
  const answer = await checkr.call('GET', `/v1/candidates?${query}`);
  expect(answer.status).toBe(400);
  expect(answer.body['error']).toContain(query.split('=')[0]);
});

test('packages are listed with their screenings and read by id', async () => {
  const { body } = await checkr.call('GET', '/v1/packages?per_page=100');
  const first = body.data[0];
  expect(Object.keys(first ?? {})).toEqual(
    'id object uri apply_url created_at deleted_at name slug price screenings'.split(' '),
  );
  expect(body.data.map((one) => one['slug'])).toContain('tasker_standard');
  expect((await checkr.call('GET', `/v1/packages/${first?.id}`)).body).toEqual(first);
});

test('the API key itself is in no answer', async () => {
  expect((await checkr.call('GET', '/v1/account')).text).not.toContain(API_KEY);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { until } from '../testing/until.ts';

const CANDIDATE = { email: 'robin.sample@example.org' };
const KEY = { 'Idempotency-Key': 'order-1' };
let checkr: StartedCheckr;
beforeEach(async () => {
  checkr = await startCheckr();
});
afterEach(() => checkr.close());

const fault = (fields: Record<string, unknown>) =>
  checkr.call('POST', '/__control/faults', { match: 'POST /v1/candidates', ...fields });
const create = () => checkr.call('POST', '/v1/candidates', CANDIDATE, KEY);
const count = async () => (await checkr.call('GET', '/v1/candidates')).body['count'];

test('a fault strikes as often as it was told and then no more', async () => {
  await fault({ status: 500, times: 2 });
  expect([(await create()).status, (await create()).status, (await create()).status]).toEqual([500, 500, 201]);
});

test('faults strike in the order they were given', async () => {
  await fault({ status: 503 });
  await fault({ match: '*', status: 502 });
  expect([(await create()).status, (await create()).status]).toEqual([503, 502]);
});

test('a fault of another route lets a call through', async () => {
  await fault({ match: 'GET /v1/reports/:id', status: 500 });
  expect((await create()).status).toBe(201);
});

test('a fault answers with what it was given, or with what Checkr would say', async () => {
  await fault({ status: 400, body: { error: ['SSN has already been taken'] } });
  await fault({ status: 502, body: '<html>bad gateway</html>' });
  await fault({ status: 429 });
  expect((await create()).body).toEqual({ error: ['SSN has already been taken'] });
  expect((await create()).headers.get('Content-Type')).toContain('text/html');
  const limited = await create();
  expect([limited.text, limited.headers.get('X-Ratelimit-Remaining')]).toEqual([
    '{"message":"API rate limit exceeded"}',
    '0',
  ]);
});

test('a reset connection has done nothing', async () => {
  await fault({ status: 'reset' });
  await expect(create()).rejects.toThrow('fetch failed');
  expect(await count()).toBe(0);
});

test('a connection reset after the commit has done it, and the same key replays the answer', async () => {
  await fault({ status: 'reset-after-commit' });
  await expect(create()).rejects.toThrow('fetch failed');
  expect(await count()).toBe(1);
  expect((await create()).status).toBe(201);
  expect(await count()).toBe(1);
});

test.each([
  ['timeout', 0],
  ['timeout-after-commit', 1],
])('a call struck by a %s is never answered and leaves %i candidates', async (status, candidates) => {
  await fault({ status });
  const waiting = new AbortController();
  const call = fetch(`${checkr.url}/v1/candidates`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa('second-key:')}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(CANDIDATE),
    signal: waiting.signal,
  }).then(
    () => 'answered',
    () => 'given up',
  );
  await until('the call', async () => {
    const { calls } = (await checkr.call('GET', '/__control/calls')).body;
    return calls['POST /v1/candidates'];
  });
  await until('what the call leaves', async () => ((await count()) === candidates ? true : undefined));
  waiting.abort();
  expect(await call).toBe('given up');
  expect(await count()).toBe(candidates);
});

test('a fault for a route there is not is refused by name', async () => {
  const { status, body } = await fault({ match: 'POST /v1/orders', status: 500 });
  expect(status).toBe(400);
  expect(body['error']).toContain('POST /v1/orders');
});

test('waiting faults can be seen and cleared', async () => {
  await fault({ status: 500, times: 3 });
  await create();
  expect((await checkr.call('GET', '/__control/faults')).body['faults']).toMatchObject([{ status: 500, times: 2 }]);
  await checkr.call('DELETE', '/__control/faults');
  expect((await create()).status).toBe(201);
});

test('calls are counted by route', async () => {
  const { id } = (await create()).body;
  await checkr.call('GET', `/v1/candidates/${id}`);
  await checkr.call('GET', '/v1/geos');
  expect((await checkr.call('GET', '/__control/calls')).body.calls).toEqual({
    'GET /v1/candidates/:id': 1,
    'POST /v1/candidates': 1,
    unknown: 1,
  });
});

test('the log of requests has no personal data and no secret links', async () => {
  const { id } = (await create()).body;
  await create();
  await checkr.call('GET', '/v1/candidates?email=robin.sample@example.org');
  const order = { candidate_id: id, package: 'tasker_standard' };
  const link = (await checkr.call('POST', '/v1/invitations', order)).body.invitation_url;
  await checkr.call('GET', link.slice(checkr.url.length));
  const { text, body } = await checkr.call('GET', '/__control/requests');
  expect(text).not.toContain('robin');
  expect(text).not.toContain(link.split('/').at(-1));
  expect(body.requests).toMatchObject([
    { route: 'POST /v1/candidates', status: 201, idempotency_key: 'order-1', was_replayed: false },
    { route: 'POST /v1/candidates', status: 201, idempotency_key: 'order-1', was_replayed: true },
    { route: 'GET /v1/candidates', status: 200, query: ['email'] },
    { route: 'POST /v1/invitations', status: 201 },
    { route: 'GET /invite/:uri/:token', path: 'GET /invite/:uri/:token', status: 200 },
  ]);
});

test('a reset forgets everything but the account and its packages', async () => {
  const before = (await checkr.call('GET', '/v1/packages')).body;
  await create();
  await fault({ status: 500 });
  expect((await checkr.call('POST', '/__control/reset')).status).toBe(204);
  expect(await count()).toBe(0);
  expect((await create()).status).toBe(201);
  expect((await checkr.call('GET', '/v1/packages')).body).toEqual(before);
});

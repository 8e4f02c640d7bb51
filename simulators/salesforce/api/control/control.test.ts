import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { serveOrg } from '../../testing/serve-org.ts';

let org: Awaited<ReturnType<typeof serveOrg>>;

beforeAll(async () => {
  org = await serveOrg();
});
afterEach(async () => {
  await org.control('PUT', '/faults', []);
  await org.control('PUT', '/limit', { limit: 15000 });
});
afterAll(() => org.close());

const librarian = () => org.connect('connector@example.org');
const orders = async (order: string) =>
  (await librarian().query(`SELECT COUNT() FROM Loan__c WHERE Order__c = '${order}'`)).totalSize;
const post = (order: string, signal?: AbortSignal) =>
  fetch(`${org.url}/services/data/v66.0/sobjects/Loan__c`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${librarian().accessToken ?? ''}` },
    body: JSON.stringify({ Order__c: order }),
    ...(signal ? { signal } : {}),
  });

test('a fault answers as told, as often as told, and nothing is done', async () => {
  await org.control('PUT', '/faults', [{ match: 'POST /sobjects', times: 1, status: 503 }]);
  const answer = await post('fault-1');
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject([{ errorCode: 'SERVER_UNAVAILABLE' }]);
  expect(await orders('fault-1')).toBe(0);
  expect((await post('fault-1')).status).toBe(201);
});

test('a connection cut before the work leaves nothing, one cut after the commit leaves the row', async () => {
  await org.control('PUT', '/faults', [
    { match: 'POST /sobjects', status: 'reset' },
    { match: 'POST /sobjects', status: 'reset-after-commit' },
  ]);
  await expect(post('cut-before')).rejects.toThrow('fetch failed');
  await expect(post('cut-after')).rejects.toThrow('fetch failed');
  expect([await orders('cut-before'), await orders('cut-after')]).toEqual([0, 1]);
});

test('a time-out never answers and does nothing', async () => {
  await org.control('PUT', '/faults', [{ match: 'POST /sobjects', status: 'timeout' }]);
  await expect(post('late', AbortSignal.timeout(50))).rejects.toThrow('timeout');
  expect(await orders('late')).toBe(0);
});

test('a time-out after the commit never answers either, but the row is there', async () => {
  await org.control('PUT', '/faults', [{ match: 'POST /sobjects', status: 'timeout-after-commit' }]);
  await expect(post('late-but-done', AbortSignal.timeout(200))).rejects.toThrow('timeout');
  expect(await orders('late-but-done')).toBe(1);
});

test('an unknown kind of fault is refused by name', async () => {
  const answer = await org.control('PUT', '/faults', [{ match: 'POST /sobjects', status: 'explode' }]);
  expect(answer.status).toBe(400);
});

test('an expired session is refused until the next login', async () => {
  const connection = librarian();
  await org.control('DELETE', '/sessions?username=connector@example.org');
  await expect(connection.query('SELECT Id FROM Lead')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
});

test('calls are counted, told in each answer, and refused when none are left', async () => {
  await org.control('PUT', '/limit', { limit: 2, used: 0 });
  const connection = librarian();
  await connection.query('SELECT Id FROM Lead');
  expect(connection.limitInfo.apiUsage).toEqual({ used: 1, limit: 2 });
  await connection.query('SELECT Id FROM Lead');
  await expect(connection.query('SELECT Id FROM Lead')).rejects.toMatchObject({ errorCode: 'REQUEST_LIMIT_EXCEEDED' });
});

test('the log of requests holds routes and no ids, names or queries', async () => {
  const lead = await org.connect('admin@example.org').sobject('Lead').create({ LastName: 'Logless', Company: 'Home' });
  await org.connect('admin@example.org').query(`SELECT Id FROM Lead WHERE Id = '${lead.id ?? ''}'`);
  await org.connect('admin@example.org').sobject('Lead').retrieve(String(lead.id));
  const text = await (await org.control('GET', '/requests')).text();
  expect(text).toContain('GET /sobjects/Lead/:id');
  expect(text).not.toContain('Logless');
  expect(text).not.toContain(String(lead.id));
});

test('a path with two slashes after the host is understood', async () => {
  const versions = (await (await fetch(`${org.url}//services/data`)).json()) as { version: string }[];
  expect(versions.at(-1)?.version).toBe('66.0');
});

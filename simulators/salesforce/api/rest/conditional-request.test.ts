import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveOrg } from '../../testing/serve-org.ts';

const NOON = 'Fri, 20 Nov 2026 12:00:00 GMT';
const BEFORE = 'Fri, 20 Nov 2026 11:59:59 GMT';
let org: Awaited<ReturnType<typeof serveOrg>>;
let token = '';
let id = '';

beforeAll(async () => {
  org = await serveOrg({ now: () => new Date('2026-11-20T12:00:00.700Z') });
  const librarian = org.connect('connector@example.org');
  token = librarian.accessToken ?? '';
  id = String((await librarian.sobject('Loan__c').create({ Order__c: 'conditional' })).id);
});
afterAll(() => org.close());

const ask = (method: string, path: string, headers: Record<string, string>) =>
  fetch(`${org.url}/services/data/v66.0/sobjects/Loan__c/${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...headers },
    ...(method === 'PATCH' ? { body: '{"Note__c":"x"}' } : {}),
  });

test.each([
  ['GET', { 'If-Modified-Since': NOON }, 304],
  ['GET', { 'If-Modified-Since': BEFORE }, 200],
  ['GET', { 'If-Unmodified-Since': BEFORE }, 412],
  ['GET', { 'If-Unmodified-Since': NOON }, 200],
  ['PATCH', { 'If-Unmodified-Since': BEFORE }, 412],
  ['PATCH', { 'If-Modified-Since': NOON }, 412],
  ['PATCH', { 'If-Unmodified-Since': 'yesterday' }, 400],
])('%s with %j answers %i, by id and by external id', async (method, headers, status) => {
  expect((await ask(method, id, headers)).status).toBe(status);
  expect((await ask(method, 'Order__c/conditional', headers)).status).toBe(status);
});

test('a change whose condition holds is made', async () => {
  expect((await ask('PATCH', id, { 'If-Unmodified-Since': NOON })).status).toBe(204);
});

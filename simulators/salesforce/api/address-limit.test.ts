import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveOrg } from '../testing/serve-org.ts';

let org: Awaited<ReturnType<typeof serveOrg>>;
let token = '';
beforeAll(async () => {
  org = await serveOrg();
  token = org.connect('connector@example.org').accessToken ?? '';
});
afterAll(() => org.close());

const ask = (length: number, headers: Record<string, string> = {}) => {
  const path = `/services/data/v66.0/query?q=${encodeURIComponent('SELECT Id FROM Loan__c')}&x=`;
  const address = `${path}${'x'.repeat(length - path.length)}`;
  return fetch(`${org.url}${address}`, { headers: { Authorization: `Bearer ${token}`, ...headers } });
};

test.each([
  ['one that fits', 12_000, {}, 200],
  ['one that is too long', 16_385, {}, 414],
  ['one that is too long with its headers', 12_000, { 'x-long': 'x'.repeat(4400) }, 431],
])('an address: %s', async (_name, length, headers, status) => {
  expect((await ask(length, headers)).status).toBe(status);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyFacts, type Verified } from '../../scripts/lib/verify-org/verify-facts.ts';
import { createCall, createConvertLead, type Answer, type World } from '../../scripts/lib/verify-org/world.ts';
import { startProduct, type Product } from './harness.ts';

let product: Product;
let world: World;

beforeAll(async () => {
  product = await startProduct();
  const { accessToken } = (await product.orgControl('POST', '/sessions', { username: 'admin@example.org' })) as {
    accessToken: string;
  };
  const { apiBase, apiKey } = product.checkr;
  world = {
    org: createCall({ base: `${product.orgUrl}/services/data/v66.0`, authorization: `Bearer ${accessToken}` }),
    convertLead: createConvertLead({ instanceUrl: product.orgUrl, accessToken }),
    checkr: createCall({ base: apiBase, authorization: `Basic ${btoa(`${apiKey}:`)}` }),
    patienceMs: 30_000,
  };
});
afterAll(() => product.close());

const only = (verified: Verified[], ...states: Verified['state'][]) =>
  verified.filter(({ state }) => states.includes(state)).map(({ id, state, seen }) => `${id} ${state}: ${seen}`);

test('the simulators behave as the product believes, from a request to its end', async () => {
  const id = await product.requestCheck(await product.createLead());
  await product.checkOnce(id, 'invited', (check) => check['Status__c'] === 'Invited');
  const verified = await verifyFacts(world);
  expect(only(verified, 'wrong', 'open')).toEqual([
    'sf-integration-licence open: the org does not tell its licences',
    expect.stringContaining('sf-ssn-masked open: Leads have no SSN here'),
  ]);
  expect(only(verified, 'look').every((told) => /→|Ask|sf /.test(told))).toBe(true);
  expect(new Set(verified.map(({ id }) => id)).size).toBe(verified.length);
  expect(await product.admin.query("SELECT Id FROM Lead WHERE LastName = 'Verification'")).toEqual([]);
});

test('a world that behaves otherwise is told as wrong, and one that is away as open', async () => {
  const checkr: World['checkr'] = async (...call) => ({ ...(await world.checkr(...call)), headers: new Headers() });
  const org: World['org'] = () => Promise.reject(new Error('nobody there'));
  const found = new Map((await verifyFacts({ ...world, checkr, org })).map(({ id, state }) => [id, state]));
  expect(found.get('checkr-rate-headers')).toBe('wrong');
  expect(found.get('checkr-date-header')).toBe('wrong');
  expect(found.get('checkr-account')).toBe('confirmed');
  expect(found.get('sf-date-header')).toBe('open');
  expect(found.get('sf-contact-deleted')).toBe('open');
});

test('a login that is refused makes nothing wrong', async () => {
  const base = `${product.orgUrl}/services/data/v66.0`;
  const verified = await verifyFacts({
    ...{ org: createCall({ base, authorization: 'Bearer nobody' }), patienceMs: 1000 },
    convertLead: createConvertLead({ instanceUrl: product.orgUrl, accessToken: 'nobody' }),
    checkr: createCall({ base: product.checkr.apiBase, authorization: `Basic ${btoa('nobody:')}` }),
  });
  expect(only(verified, 'confirmed', 'wrong')).toEqual([]);
  expect(only(verified, 'open')).toContain('sf-date-header open: 127.0.0.1 refuses the login (401)');
});

test('an org that lets a check go to a stranger, or another user own it, is told as wrong', async () => {
  const org: World['org'] = async (method, path, sent) => {
    const answer = await world.org(method, path, sent);
    return answer.status >= 400 ? { ...answer, body: [{ errorCode: 'OTHERWISE' }] } : withOtherCodes(answer);
  };
  const found = new Map((await verifyFacts({ ...world, org })).map(({ id, state }) => [id, state]));
  for (const id of [
    'sf-converted-contact-in-rule',
    'sf-converted-lead-read-only',
    'sf-owner-reads',
    'sf-graphs-given-up',
  ])
    expect([id, found.get(id)]).toEqual([id, 'wrong']);
});

function withOtherCodes(answer: Answer): Answer {
  return {
    ...answer,
    body: JSON.parse(JSON.stringify(answer.body).replaceAll(/"[A-Z]+(_[A-Z]+)+"/g, '"OTHERWISE"')) as unknown,
  };
}

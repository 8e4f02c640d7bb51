import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyFacts, type Verified } from '../../scripts/lib/verify-org/verify-facts.ts';
import { createCall, type World } from '../../scripts/lib/verify-org/world.ts';
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
    checkr: createCall({ base: apiBase, authorization: `Basic ${btoa(`${apiKey}:`)}` }),
    patienceMs: 30_000,
  };
});
afterAll(() => product.close());

const notConfirmed = (verified: Verified[]) =>
  verified.filter(({ state }) => state !== 'confirmed').map(({ id, state, seen }) => `${id} ${state}: ${seen}`);

test('the simulators behave as the product believes, from a request to its end', async () => {
  const id = await product.requestCheck(await product.createLead());
  await product.checkOnce(id, 'invited', (check) => check['Status__c'] === 'Invited');
  expect(notConfirmed(await verifyFacts(world))).toEqual([]);
});

test('a world that behaves otherwise is told as wrong, and one that is away as open', async () => {
  const checkr: World['checkr'] = async (...call) => ({ ...(await world.checkr(...call)), headers: new Headers() });
  const org: World['org'] = () => Promise.reject(new Error('nobody there'));
  const found = new Map((await verifyFacts({ ...world, checkr, org })).map(({ id, state }) => [id, state]));
  expect(found.get('checkr-rate-headers')).toBe('wrong');
  expect(found.get('checkr-account')).toBe('confirmed');
  expect(found.get('sf-date-header')).toBe('open');
});

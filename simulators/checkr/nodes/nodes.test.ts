import { afterEach, beforeEach, expect, test } from 'vitest';
import { application, person } from '../testing/people.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';

const WEST = { custom_id: 'west', name: 'West', tier: 'region', packages: ['tasker_pro'] };
const STORE = { custom_id: 'store-1', name: 'Store 1', tier: 'store', parent_custom_id: 'west', packages: [] };
const PLACE = { work_locations: [{ country: 'US', state: 'CA' }] };
let checkr: StartedCheckr;
let candidateId: string;
beforeEach(async () => {
  checkr = await startCheckr({ nodes: [WEST, STORE] });
  candidateId = (await checkr.call('POST', '/v1/candidates', person())).body.id;
});
afterEach(() => checkr.close());

const order = (fields: object, path = '/v1/reports') =>
  checkr.call('POST', path, { candidate_id: candidateId, package: 'tasker_standard', ...fields });
const ids = async (query = '') =>
  (await checkr.call('GET', `/v1/nodes${query}`)).body.data.map((node) => node['custom_id']);

test('nodes are listed in the order asked for, and packages only when asked for', async () => {
  expect((await checkr.call('GET', '/v1/account')).body['segmentation_enabled']).toBe(true);
  expect(await ids()).toEqual(['west', 'store-1']);
  expect(await ids('?order_by=custom_id&order=asc')).toEqual(['store-1', 'west']);
  const { packages: _packages, ...plain } = STORE;
  expect((await checkr.call('GET', '/v1/nodes/store-1')).body).toEqual(plain);
  const { body } = await checkr.call('GET', '/v1/nodes/store-1?include=packages');
  expect(body).toEqual({ ...plain, packages: ['tasker_pro'] });
  expect((await checkr.call('GET', '/v1/nodes/nowhere')).status).toBe(404);
});

test.each(['/v1/reports', '/v1/invitations'])('with nodes, %s takes no order without one', async (path) => {
  const errors = [];
  for (const fields of [{}, PLACE, { node: 'nowhere', ...PLACE }])
    errors.push((await order(fields, path)).body['error']);
  expect(errors).toEqual([
    'node is missing, work_locations is missing',
    'node is missing',
    'Node cannot be found on your account',
  ]);
  expect((await order({ node: 'store-1', ...PLACE }, path)).status).toBe(201);
});

test('a report carries the stamps of its node and of those above, also when it came by invitation', async () => {
  const stamps = ['store|Store 1', 'region|West'];
  expect((await order({ node: 'store-1', ...PLACE })).body['segment_stamps']).toEqual(stamps);
  const { id } = (await order({ node: 'store-1', ...PLACE }, '/v1/invitations')).body;
  const { body } = await checkr.call('POST', `/__control/invitations/${id}/complete`, application());
  const report = await checkr.call('GET', `/v1/reports/${String(body['report_id'])}`);
  expect(report.body['segment_stamps']).toEqual(stamps);
});

test('an account whose nodes are taken away does not use them any more', async () => {
  await checkr.call('POST', '/__control/nodes', { nodes: [] });
  const refused = await checkr.call('GET', '/v1/nodes');
  expect([refused.status, refused.body['error']]).toEqual([403, 'Sorry, your account is not enabled for Hierarchy']);
  expect((await order({})).status).toBe(201);
  expect((await order({ node: 'store-1' })).body['error']).toBe('Node cannot be found on your account');
  await checkr.call('POST', '/__control/reset');
  expect(await ids()).toEqual(['west', 'store-1']);
});

test('nodes are added at once', async () => {
  const add = (nodes: object[]) => checkr.call('POST', '/v1/hierarchy/nodes', { nodes });
  const added = await add([{ custom_id: 'store-2', name: 'Store 2', parent_custom_id: 'west' }]);
  expect([added.status, added.text]).toEqual([201, 'null']);
  expect(await ids()).toEqual(['west', 'store-1', 'store-2']);
  expect((await add([])).body['error']).toContain('nodes');
  expect((await add([{ custom_id: 'west', name: 'again' }])).status).toBe(400);
  expect((await add([{ custom_id: 'b', name: 'b', parent_custom_id: 'nowhere' }])).status).toBe(400);
});

test('replacing the hierarchy takes a while, in which nothing else is taken', async () => {
  const replace = (nodes: object[]) => checkr.call('POST', '/v1/hierarchy', { nodes });
  const { status, body } = await replace([{ custom_id: 'east', name: 'East' }]);
  expect([status, body['sync_id']]).toEqual([202, expect.stringMatching(/^acme-[0-9a-f]{24}$/)]);
  const locked = await checkr.call('POST', '/v1/hierarchy/nodes', { nodes: [{ custom_id: 'n', name: 'n' }] });
  expect([locked.status, locked.body['error']]).toEqual([423, 'Ingestion is already in progress']);
  expect((await replace([])).status).toBe(423);
  expect(await ids()).toEqual(['west', 'store-1']);
  checkr.pass(60);
  expect(await ids()).toEqual(['east']);
  expect((await checkr.call('GET', '/v1/hierarchy/status')).body).toEqual({
    hierarchy_present: true,
    hierarchy_pending: false,
    latest_ingestion: { ...body, successful: true, errors: [] },
  });
});

test('a hierarchy that cannot be is reported after the fact and changes nothing', async () => {
  await checkr.call('POST', '/v1/hierarchy', { nodes: [{ custom_id: 'a', name: 'a', parent_custom_id: 'b' }] });
  checkr.pass(60);
  const { body } = await checkr.call('GET', '/v1/hierarchy/status');
  expect(body['latest_ingestion']).toMatchObject({ successful: false, errors: [expect.stringContaining('b')] });
  expect(await ids()).toEqual(['west', 'store-1']);
});

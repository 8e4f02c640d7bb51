import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProduct, type Product } from './harness.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ connectorEnv: { CHECKR_NODE: 'store-1' } });
});
afterAll(() => product.close());

const REGION = { custom_id: 'west', name: 'West', tier: 'region' };
const STORE = { custom_id: 'store-1', name: 'Store 1', tier: 'store', parent_custom_id: 'west' };
const have = (...nodes: object[]) => product.checkrControl('POST', '/nodes', { nodes });
const ends = (id: string, status: string) => product.checkOnce(id, status, (check) => check['Status__c'] === status);
const ordered = async () => product.requestCheck(await product.createLead());

test('everything is ordered for the node of the connection', async () => {
  await have(REGION, STORE);
  const id = await ordered();
  const { Checkr_Invitation_Id__c: invitationId } = await ends(id, 'Invited');
  await product.fillInForm(invitationId, '111-11-2001');
  const { Checkr_Report_Id__c: reportId } = await ends(id, 'Completed');
  const authorization = `Basic ${Buffer.from(`${product.checkr.apiKey}:`).toString('base64')}`;
  const answer = await fetch(`${product.checkr.apiBase}/reports/${String(reportId)}`, { headers: { authorization } });
  expect(await answer.json()).toMatchObject({ segment_stamps: ['store|Store 1', 'region|West'] });
});

test('a node Checkr does not know is an error that names the setting', async () => {
  await have(REGION);
  const check = await ends(await ordered(), 'Error');
  expect(check['Error_Create_Invitation__c']).toBe('Node cannot be found on your account');
  expect(check['Error_Help__c']).toContain('CHECKR_NODE');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../scripts/lib/org-session.ts';
import { startProduct, type Product } from './harness.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ direct: true, connectorEnv: { CHECKR_ORDERING: 'report' } });
});
afterAll(() => product.close());

const answers: Row = {
  SSN__c: '111112001',
  No_Middle_Name__c: true,
  Birthdate__c: '1990-04-01',
  Background_Check_Consent_At__c: '2026-11-01T12:00:00Z',
};
const ends = (id: string, status: string) => product.checkOnce(id, status, (check) => check['Status__c'] === status);

test('a report is ordered without an invitation, and its result arrives', async () => {
  const id = await product.requestCheck(await product.createLead(answers));
  const check = await ends(id, 'Completed');
  expect(check).toMatchObject({ Result__c: 'Clear', Cleared__c: true, Checkr_Invitation_Id__c: null });
});

test('without a recorded consent nothing is ordered', async () => {
  const id = await product.requestCheck(await product.createLead({ ...answers, Background_Check_Consent_At__c: null }));
  const check = await ends(id, 'Error');
  expect(check['Error_Help__c']).toContain('No consent is recorded');
  expect(check['Checkr_Candidate_Id__c']).toBeNull();
});

test('an SSN Checkr refuses is on the record in its words; corrected, the next request goes through', async () => {
  const lead = await product.createLead({ ...answers, SSN__c: '666112001' });
  const refused = await ends(await product.requestCheck(lead), 'Error');
  expect(refused['Error_Create_Candidate__c']).toContain('SSN is invalid');
  expect(refused['Error_Help__c']).toContain('Correct Social Security Number');
  await product.requester.update('Lead', lead, { SSN__c: '111112001' });
  await ends(await product.requestCheck(lead), 'Completed');
});

test('a report that Checkr refuses leaves its words beside the candidate', async () => {
  const id = await product.requestCheck(await product.createLead({ ...answers, PostalCode: null }));
  const check = await ends(id, 'Error');
  expect(check['Error_Create_Report__c']).toBeTruthy();
  expect(check['Checkr_Candidate_Id__c']).toBeTruthy();
});

test('an SSN is masked for everybody but the connector, and is in no log', async () => {
  const lead = await product.createLead({ ...answers, SSN__c: '111112012' });
  await ends(await product.requestCheck(lead), 'Completed');
  const [row] = await product.requester.query(`SELECT SSN__c FROM Lead WHERE Id = '${lead}'`);
  expect(row?.['SSN__c']).not.toContain('111112012');
  expect(product.logs() + (await product.redisDump())).not.toMatch(/111112012|111-11-2012/);
});

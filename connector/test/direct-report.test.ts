import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../scripts/lib/org-session.ts';
import { attachConsent } from './attach-consent.ts';
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
/** Somebody of whom everything is there, the signed consent too. */
const someoneWith = async (fields: Row = {}): Promise<string> => {
  const lead = await product.createLead({ ...answers, ...fields });
  await attachConsent(product.requester, lead);
  return lead;
};
const ends = (id: string, status: string) => product.checkOnce(id, status, (check) => check['Status__c'] === status);

async function checkrList(path: string): Promise<unknown> {
  const authorization = `Basic ${Buffer.from(`${product.checkr.apiKey}:`).toString('base64')}`;
  const answer = await fetch(`${product.checkr.apiBase}${path}`, { headers: { authorization } });
  return ((await answer.json()) as { data: unknown }).data;
}

test('a report is ordered without an invitation, and its result arrives', async () => {
  const id = await product.requestCheck(await someoneWith());
  const check = await ends(id, 'Completed');
  expect(check).toMatchObject({ Result__c: 'Clear', Cleared__c: true, Checkr_Invitation_Id__c: null });
});

test('without a recorded consent nothing is ordered', async () => {
  const id = await product.requestCheck(await someoneWith({ Background_Check_Consent_At__c: null }));
  const check = await ends(id, 'Error');
  expect(check['Error_Help__c']).toContain('No consent is recorded');
  expect(check['Checkr_Candidate_Id__c']).toBeNull();
});

test('the signed consent attached to the person goes to Checkr, byte by byte, once', async () => {
  const lead = await product.createLead(answers);
  const { bytes } = await attachConsent(product.requester, lead, 'Scan.PDF');
  const check = await ends(await product.requestCheck(lead), 'Completed');
  const documents = await checkrList(`/candidates/${String(check['Checkr_Candidate_Id__c'])}/documents`);
  expect(documents).toMatchObject([{ type: 'consent', filesize: bytes, content_type: 'application/pdf' }]);
});

test('without the signed consent nothing is ordered', async () => {
  const check = await ends(await product.requestCheck(await product.createLead(answers)), 'Error');
  expect(check['Error_Help__c']).toContain('Background Check Consent Document');
  expect(check['Checkr_Candidate_Id__c']).toBeNull();
});

test("somebody else's consent is refused, and so is a kind of file Checkr does not take", async () => {
  const [other, lead] = [await product.createLead(answers), await product.createLead(answers)];
  const { link } = await attachConsent(product.requester, other);
  await product.requester.update('Lead', lead, { Background_Check_Consent_Document__c: link });
  const foreign = await ends(await product.requestCheck(lead), 'Error');
  expect(foreign['Error_Help__c']).toContain('not attached to this Lead or Contact');
  await attachConsent(product.requester, lead, 'consent.docx');
  const written = await ends(await product.requestCheck(lead), 'Error');
  expect(written['Error_Help__c']).toContain('a PDF or a picture');
});

test('an SSN Checkr refuses is on the record in its words; corrected, the next request goes through', async () => {
  const lead = await someoneWith({ SSN__c: '666112001' });
  const refused = await ends(await product.requestCheck(lead), 'Error');
  expect(refused['Error_Create_Candidate__c']).toContain('SSN is invalid');
  expect(refused['Error_Help__c']).toContain('Correct Social Security Number');
  await product.requester.update('Lead', lead, { SSN__c: '111112001' });
  await ends(await product.requestCheck(lead), 'Completed');
});

test('a report that Checkr refuses leaves its words beside the candidate', async () => {
  const id = await product.requestCheck(await someoneWith({ PostalCode: null }));
  const check = await ends(id, 'Error');
  expect(check['Error_Create_Report__c']).toBeTruthy();
  expect(check['Checkr_Candidate_Id__c']).toBeTruthy();
});

test('an SSN is masked for everybody but the connector, and is in no log', async () => {
  const lead = await someoneWith({ SSN__c: '111112012' });
  await ends(await product.requestCheck(lead), 'Completed');
  const [row] = await product.requester.query(`SELECT SSN__c FROM Lead WHERE Id = '${lead}'`);
  expect(row?.['SSN__c']).not.toContain('111112012');
  expect(product.logs() + (await product.redisDump())).not.toMatch(/111112012|111-11-2012/);
});

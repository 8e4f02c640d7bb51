import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '../../scripts/lib/org-session.ts';
import { startProduct, type Product } from './harness.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const ends = (id: string, status: string) => product.checkOnce(id, status, (check) => check['Status__c'] === status);
const ask = (id: string, action: string) =>
  product.admin.update('Background_Check__c', id, { Requested_Action__c: action });

async function upgradeTo(id: string, slug: string): Promise<void> {
  const [wanted] = await product.admin.query(`SELECT Id FROM Background_Check_Package__c WHERE Slug__c = '${slug}'`);
  await product.requester.uiUpdate(id, { Requested_Action__c: 'Upgrade', Upgrade_Package__c: wanted?.['Id'] });
}

async function invited(): Promise<Row & { Id: string }> {
  const id = await product.requestCheck(await product.createLead());
  return { ...(await ends(id, 'Invited')), Id: id };
}

test('resend: the applicant gets a new invitation, and the old link is closed', async () => {
  const before = await invited();
  await ask(before.Id, 'Resend Invitation');
  const after = await product.checkOnce(
    before.Id,
    'invited anew',
    (check) => check['Checkr_Invitation_Id__c'] !== before['Checkr_Invitation_Id__c'],
  );
  expect(after).toMatchObject({ Status__c: 'Invited', Requested_Action__c: null, Operation__c: 2 });
  expect((await fetch(String(before['Invitation_URL__c']))).ok).toBe(false);
  await product.fillInForm(after['Checkr_Invitation_Id__c'], '111-11-2001');
  expect(await ends(before.Id, 'Completed')).toMatchObject({ Cleared__c: true });
});

test('resend outside the US, where Checkr lists nothing, sends a new invitation too', async () => {
  const connector = await product.signIn('connector@example.org');
  const slug = 'international_basic_plus';
  const [wanted] = await connector.query(`SELECT Id FROM Background_Check_Package__c WHERE Slug__c = '${slug}'`);
  const lead = await product.createLead({ City: 'Pune', State: 'Maharashtra', PostalCode: '411001', Country: 'India' });
  const id = await product.requestCheck(lead, { Package__c: wanted?.['Id'] });
  const { Checkr_Invitation_Id__c: before } = await ends(id, 'Invited');
  await ask(id, 'Resend Invitation');
  const after = await product.checkOnce(id, 'answered', (check) => check['Requested_Action__c'] === null);
  expect(after).toMatchObject({ Status__c: 'Invited', Error_Help__c: null });
  expect(after['Checkr_Invitation_Id__c']).not.toBe(before);
  expect((await fetch(String(after['Invitation_URL__c']))).ok).toBe(true);
});

test('cancel before the form closes the invitation', async () => {
  const check = await invited();
  await ask(check.Id, 'Cancel');
  expect(await ends(check.Id, 'Canceled')).toMatchObject({ Requested_Action__c: null, Invitation_URL__c: null });
  expect((await fetch(String(check['Invitation_URL__c']))).ok).toBe(false);
});

test('cancel of a running report keeps what was found, and never as a pass', async () => {
  const check = await invited();
  await product.fillInForm(check['Checkr_Invitation_Id__c'], '111-11-2007');
  await ends(check.Id, 'In Progress');
  await ask(check.Id, 'Cancel');
  const after = await product.checkOnce(
    check.Id,
    'stopped',
    (row) => row['Requested_Action__c'] === null && row['Status__c'] !== 'In Progress',
  );
  expect(['Review Required', 'Canceled']).toContain(after['Status__c']);
  expect(after['Cleared__c']).toBe(false);
});

test('a second check of the same person uses the same candidate', async () => {
  const lead = await product.createLead();
  const first = await ends(await product.requestCheck(lead), 'Invited');
  await product.fillInForm(first['Checkr_Invitation_Id__c'], '111-11-2001');
  await ends(String(first['Id']), 'Completed');
  const second = await ends(await product.requestCheck(lead), 'Invited');
  expect(second['Checkr_Candidate_Id__c']).toBe(first['Checkr_Candidate_Id__c']);
  expect(second['Checkr_Invitation_Id__c']).not.toBe(first['Checkr_Invitation_Id__c']);
  await product.fillInForm(second['Checkr_Invitation_Id__c'], '111-11-2001');
  await ends(String(second['Id']), 'Completed');
  expect(await product.check(String(first['Id']))).toMatchObject({
    Checkr_Report_Id__c: expect.not.stringMatching(/^$/) as string,
  });
});

test('upgrade: a higher package is ordered on the finished report, billed at its price, and is a pass only when it is done', async () => {
  const check = await invited();
  await product.fillInForm(check['Checkr_Invitation_Id__c'], '111-11-2001');
  const done = await ends(check.Id, 'Completed');
  await upgradeTo(check.Id, 'tasker_pro');
  const upgraded = await product.checkOnce(
    check.Id,
    'upgraded and completed again',
    (row) => row['Status__c'] === 'Completed' && (row['Package__r'] as Row | null)?.['Slug__c'] === 'tasker_pro',
  );
  expect(upgraded).toMatchObject({
    ...{ Requested_Action__c: null, Cleared__c: true, Price__c: 55 },
    ...{ Checkr_Report_Id__c: done['Checkr_Report_Id__c'], Package__r: { Slug__c: 'tasker_pro' } },
  });
  const screenings = await product.admin.query(
    `SELECT Type__c FROM Background_Check_Screening__c WHERE Background_Check__c = '${check.Id}'`,
  );
  expect(screenings.map((row) => row['Type__c'])).toContain('county_criminal_search');

  await upgradeTo(check.Id, 'tasker_standard');
  const refused = await product.checkOnce(
    check.Id,
    'refused',
    (row) => row['Requested_Action__c'] === null && row['Error_Help__c'] !== null,
  );
  expect(refused).toMatchObject({
    ...{ Status__c: 'Completed', Cleared__c: true },
    Error_Create_Report__c: 'New package does not add any screenings',
  });
});

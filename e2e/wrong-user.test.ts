import { expect } from 'vitest';
import { barriers } from './barriers.ts';
import { fieldsOf, named, pageOf, playUntil } from './checks-on-pages.ts';
import { NOACCESS, REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();
const ASK = /Ask your administrator for the permission set Background Check Requester/;

test('somebody without rights sees no check on a person, is told whom to ask, and can request nothing', async () => {
  const { leadId } = await playUntil(harness, { person: named('clear', 'Nele'), status: 'Invited' });
  const page = await harness.openPage(NOACCESS, pageOf('Lead', leadId));
  await page.locator('c-background-check-panel').getByText(ASK).waitFor();
  expect(await page.locator('c-background-check-summary').count()).toBe(0);
  expect(await page.locator('c-cleared-on lightning-card').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Request Background Check' }).isDisabled()).toBe(true);
  expect(await page.getByText('Background Check Status').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  const other = await harness.session(NOACCESS);
  await expect(other.uiCreate('Background_Check__c', { Lead__c: leadId })).rejects.toThrow(/refused/);
  await expect(other.uiUpdate(leadId, { Request_Background_Check__c: true })).rejects.toThrow(/refused/);
});

test('a reviewer sees the check of a person, but is not offered a request the org would refuse', async () => {
  const leadId = await harness.addLead(named('clear', 'Nina').fields);
  const page = await harness.openPage(REVIEWER, pageOf('Lead', leadId));
  await page.getByText('You can see background checks, but not request them.').waitFor();
  expect(await page.getByRole('button', { name: 'Request Background Check' }).isDisabled()).toBe(true);
});

test('nor do they see a check, its packages, its screenings or its timeline, wherever they look', async () => {
  const { checkId } = await playUntil(harness, { person: named('consider', 'Nadja'), status: 'Review Required' });
  const page = await harness.openPage(NOACCESS, pageOf('Background_Check__c', checkId));
  await page
    .getByRole('alert')
    .getByText(/You don't have access/)
    .first()
    .waitFor();
  expect(await page.locator('c-background-check-results, c-event-timeline, c-review-decision').count()).toBe(0);
  expect(await page.getByRole('link', { name: /Background Check/ }).count()).toBeLessThanOrEqual(1);
  const queue = await harness.openPage(NOACCESS, '/lightning/n/Background_Check_Reviews');
  await queue.getByText("There is no tab Background_Check_Reviews, or you don't have access to it.").waitFor();
  expect(await queue.getByRole('row').count()).toBe(0);
  const other = await harness.session(NOACCESS);
  const objects = ['Background_Check__c', 'Background_Check_Screening__c', 'Background_Check_Event__c'];
  for (const object of objects) await expect(other.query(`SELECT Id FROM ${object}`)).rejects.toThrow(/refused/);
  for (const Requested_Action__c of ['Cancel', 'Resend Invitation', 'Finalize Clear'])
    await expect(other.uiUpdate(checkId, { Requested_Action__c })).rejects.toThrow(/refused/);
  const [pack] = await (
    await harness.session()
  ).query(`SELECT Id FROM Background_Check_Package__c WHERE Slug__c = 'tasker_pro'`);
  const upgrade = { Requested_Action__c: 'Upgrade', Upgrade_Package__c: pack?.['Id'] };
  await expect(other.uiUpdate(checkId, upgrade)).rejects.toThrow(/refused/);
});

test('staff cannot write a pass themselves', async () => {
  const { checkId } = await playUntil(harness, { person: named('consider', 'Norbert'), status: 'Review Required' });
  const session = await harness.session();
  for (const fields of [{ Status__c: 'Completed' }, { Result__c: 'Clear' }, { Valid_Until__c: '2099-01-01' }])
    await expect(session.uiUpdate(checkId, fields)).rejects.toThrow(/refused/);
  expect(await fieldsOf(session, checkId, 'Status__c', 'Result__c', 'Cleared__c')).toMatchObject({
    Status__c: 'Review Required',
    Result__c: 'Consider',
    Cleared__c: false,
  });
});

import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import type { Row } from '../scripts/lib/org-session.ts';
import { assignPermissionSets } from '../scripts/lib/prepare-org.ts';
import { barriers } from './barriers.ts';
import { fieldsOf, named, newestCheck, playUntil, untilRows, withSsn } from './checks-on-pages.ts';
import { ADMIN, NOACCESS, REQUESTER, REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();
const TIMEKEEPER = 'timekeeper@example.org';
const DAY = 86_400_000;
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString();

/** The bell, opened. */
async function openBell(username: string): Promise<Page> {
  const page = await harness.openPage(username, '/lightning/o/Lead/list');
  await page.getByRole('button', { name: /^Notifications/ }).click();
  return page;
}

/** Waits for the notification in the bell, then follows it to the check. */
async function follow(username: string, check: Row, title: string): Promise<void> {
  const page = await openBell(username);
  const link = page.getByRole('link', { name: title }).filter({ hasText: `, ${String(check['Name'])}:` });
  await untilRows(`the bell to say ${title}`, async () => {
    if ((await link.count()) > 0) return true;
    await page.reload();
    await page.getByRole('button', { name: /^Notifications/ }).click();
    await page
      .getByText(/No notifications\.|BC-/)
      .first()
      .waitFor();
    return false;
  });
  await link.first().click();
  await page.getByRole('heading', { name: String(check['Name']) }).waitFor();
}

const nameOf = async (checkId: string) => fieldsOf(await harness.session(), checkId, 'Name');

/** As if the time had come: somebody who may write every date moves one, and the flow of each morning runs. */
async function morning(flow: string, checkId: string, fields: Row): Promise<void> {
  const keeper = await harness.session(TIMEKEEPER);
  await keeper.update('Background_Check__c', checkId, fields);
  await harness.runFlow(flow);
}

beforeAll(async () => {
  const admin = await harness.session(ADMIN);
  const [profile] = await admin.query(`SELECT Id FROM Profile WHERE Name = 'System Administrator'`);
  const names = { Username: TIMEKEEPER, Email: TIMEKEEPER, LastName: 'Timekeeper', Alias: 'time' };
  await admin.create('User', { ...names, ProfileId: profile?.['Id'] });
  await assignPermissionSets(admin, { [TIMEKEEPER]: ['Background_Check_Connector'] });
});

test('completed: who asked follows the bell to the check', async () => {
  const { checkId } = await playUntil(harness, { person: named('clear', 'Bella'), status: 'Completed' });
  const page = await openBell(REQUESTER);
  await page.getByText(/BC-/).first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await follow(REQUESTER, await nameOf(checkId), 'Background check completed: cleared');
});

test('needs a review: the reviewers too; somebody else is told nothing', async () => {
  const { checkId } = await playUntil(harness, { person: named('consider', 'Berta'), status: 'Review Required' });
  await follow(REQUESTER, await nameOf(checkId), 'Background check needs a review');
  await follow(REVIEWER, await nameOf(checkId), 'Background check needs a review');
  const other = await openBell(NOACCESS);
  await other.getByText('No notifications.').waitFor();
});

test('an error is told', async () => {
  const session = await harness.session();
  const leadId = await harness.addLead(named('withoutEmail', 'Bruno').fields);
  await session.uiUpdate(leadId, { Request_Background_Check__c: true });
  await untilRows('the error', async () => (await newestCheck(session, leadId))['Status__c'] === 'Error');
  await follow(REQUESTER, await newestCheck(session, leadId), 'Background check needs your help');
});

test('an invitation about to expire is told', async () => {
  const { checkId } = await playUntil(harness, { person: named('clear', 'Birgit'), status: 'Invited' });
  await morning('Warn_Before_Invitation_Ends', checkId, { Invitation_Expires_At__c: daysFromNow(1.5) });
  await follow(REQUESTER, await nameOf(checkId), 'Invitation is about to expire');
});

test('a suspended report about to be canceled is told', async () => {
  const person = withSsn(named('clear', 'Balder'), '2015');
  const { checkId } = await playUntil(harness, { person, status: 'Suspended' });
  await morning('Warn_Before_Suspended_Is_Canceled', checkId, { Suspended_At__c: daysFromNow(-27.5) });
  await follow(REQUESTER, await nameOf(checkId), 'Suspended report is about to be canceled');
});

test('a validity about to end is told', async () => {
  const { checkId } = await playUntil(harness, { person: named('clear', 'Bo'), status: 'Completed' });
  await morning('Warn_Before_Validity_Ends', checkId, { Valid_Until__c: daysFromNow(30).slice(0, 10) });
  await follow(REQUESTER, await nameOf(checkId), 'Background check is about to end');
});

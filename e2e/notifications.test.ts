import { afterAll, beforeAll, expect } from 'vitest';
import type { Row } from '../scripts/lib/org-session.ts';
import { addTimekeeper } from './add-user.ts';
import { barriers } from './barriers.ts';
import { follow, openBell } from './bell.ts';
import { fieldsOf, named, newestCheck, playUntil, untilRows, withSsn } from './checks-on-pages.ts';
import { NOACCESS, REQUESTER, REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();
const TIMEKEEPER = 'timekeeper@example.org';
const DAY = 86_400_000;
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString();

const nameOf = async (checkId: string) => fieldsOf(await harness.session(), checkId, 'Name');

/** As if the time had come: somebody who may write every date moves one, and the flow of each morning runs. */
async function morning(flow: string, checkId: string, fields: Row): Promise<void> {
  const keeper = await harness.session(TIMEKEEPER);
  await keeper.update('Background_Check__c', checkId, fields);
  await harness.runFlow(flow);
}

beforeAll(() => addTimekeeper(harness, TIMEKEEPER));

/** Once all of them have rung. */
afterAll(async () => {
  const other = await openBell(harness, NOACCESS);
  await other.getByText('No notifications.').waitFor();
});

test('completed: who asked follows the bell to the check', async () => {
  const { checkId } = await playUntil(harness, { person: named('clear', 'Bella'), status: 'Completed' });
  const page = await openBell(harness, REQUESTER);
  await page.getByText(/BC-/).first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await follow(harness, REQUESTER, { check: await nameOf(checkId), title: 'Background check completed: cleared' });
});

test('needs a review: the reviewers too', async () => {
  const { checkId } = await playUntil(harness, { person: named('consider', 'Berta'), status: 'Review Required' });
  await follow(harness, REQUESTER, { check: await nameOf(checkId), title: 'Background check needs a review' });
  await follow(harness, REVIEWER, { check: await nameOf(checkId), title: 'Background check needs a review' });
});

test('an error is told', async () => {
  const session = await harness.session();
  const leadId = await harness.addLead(named('withoutEmail', 'Bruno').fields);
  await session.uiUpdate(leadId, { Request_Background_Check__c: true });
  await untilRows('the error', async () => (await newestCheck(session, leadId))['Status__c'] === 'Error');
  await follow(harness, REQUESTER, {
    check: await newestCheck(session, leadId),
    title: 'Background check needs your help',
  });
});

test('an invitation about to expire is told', async () => {
  const { checkId } = await playUntil(harness, { person: named('clear', 'Birgit'), status: 'Invited' });
  await morning('Warn_Before_Invitation_Ends', checkId, { Invitation_Expires_At__c: daysFromNow(1.5) });
  await follow(harness, REQUESTER, { check: await nameOf(checkId), title: 'Invitation is about to expire' });
});

test('a suspended report about to be canceled is told', async () => {
  const person = withSsn(named('clear', 'Balder'), '2015');
  const { checkId } = await playUntil(harness, { person, status: 'Suspended' });
  await morning('Warn_Before_Suspended_Is_Canceled', checkId, { Suspended_At__c: daysFromNow(-27.5) });
  await follow(harness, REQUESTER, { check: await nameOf(checkId), title: 'Suspended report is about to be canceled' });
});

test('a validity about to end is told', async () => {
  const { checkId } = await playUntil(harness, { person: named('clear', 'Bo'), status: 'Completed' });
  await morning('Warn_Before_Validity_Ends', checkId, { Valid_Until__c: daysFromNow(30).slice(0, 10) });
  await follow(harness, REQUESTER, { check: await nameOf(checkId), title: 'Background check is about to end' });
});

import { expect } from 'vitest';
import { addUser } from './add-user.ts';
import { barriers } from './barriers.ts';
import { fieldsOf, named, pageOf, playUntil, withSsn } from './checks-on-pages.ts';
import { REQUESTER, REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();
/** Keeps the packages with nothing but what the package gives. */
const KEEPER = 'packages@example.org';

test('results open by a click, screening by screening; the reviewer sees in the timeline who looked', async () => {
  const person = withSsn(named('clear', 'Rosa'), '2013');
  const { leadId, checkId } = await playUntil(harness, { person, status: 'Completed' });
  const page = await harness.openPage(REQUESTER, pageOf('Lead', leadId));
  await page.getByText('Cleared, with no expiry date').waitFor();
  const results = page.locator('c-background-check-results');
  expect(await results.count()).toBe(0);
  const report = page.getByRole('link', { name: 'Open the report' });
  expect(await report.getAttribute('href')).toMatch(/^http.*\/reports\//);
  await page.getByRole('button', { name: 'Show results' }).click();
  await results.getByRole('heading', { name: 'Screenings' }).waitFor();
  const trace = results.getByRole('button', { name: /Social Security number trace/ });
  expect(await trace.getAttribute('aria-expanded')).toBe('false');
  await trace.press('Enter');
  await results.getByText('The date of birth does not match what the trace found.').waitFor();
  await results.getByText('Took').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  const reviewer = await harness.openPage(REVIEWER, pageOf('Background_Check__c', checkId));
  await reviewer.locator('c-event-timeline').getByText('Rita Requester · Viewed').waitFor();
});

test('a screening with something found says how many records there are, to reviewers and to staff', async () => {
  const { checkId } = await playUntil(harness, { person: named('consider', 'Romy'), status: 'Review Required' });
  for (const username of [REVIEWER, REQUESTER]) {
    const page = await harness.openPage(username, pageOf('Background_Check__c', checkId));
    const found = page.locator('c-background-check-results').getByRole('listitem').filter({ hasText: 'Consider' });
    await found.first().getByRole('button').click();
    await found.first().getByText('1 record', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
  }
});

test('a canceled screening is said in clear words, with those of the vendor, and is no pass', async () => {
  const person = withSsn(named('clear', 'Rico'), '2003');
  const { checkId } = await playUntil(harness, { person, status: 'Review Required' });
  const page = await harness.openPage(REQUESTER, pageOf('Background_Check__c', checkId));
  await page.getByText(/^1 of \d screenings were canceled\. What the others found is not the whole answer/).waitFor();
  const results = page.locator('c-background-check-results');
  const canceled = results.getByRole('listitem').filter({ hasText: 'Canceled' });
  await canceled.getByRole('button').click();
  await canceled
    .locator('.error')
    .filter({ hasText: /\w+ \w+/ })
    .waitFor();
  expect(await page.locator('.slds-theme_success').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
});

test('the admin sets how long a package counts; the card and "Cleared On" then say until when', async () => {
  const session = await harness.session();
  const [pack] = await session.query(`SELECT Id FROM Background_Check_Package__c WHERE Name = 'Tasker Pro'`);
  const path = pageOf('Background_Check_Package__c', String(pack?.['Id']));
  await addUser(harness, {
    username: KEEPER,
    permissionSets: ['Background_Check_Admin'],
    groups: ['Background_Check_Admins'],
  });
  const admin = await harness.openPage(KEEPER, path);
  await admin.getByRole('button', { name: 'Edit', exact: true }).click();
  await admin.getByLabel('Validity (Months)').fill('12');
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  const other = await harness.openPage(REQUESTER, path);
  await other.getByRole('heading', { name: 'Tasker Pro' }).waitFor();
  expect(await other.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);

  const story = { person: named('clear', 'Ruth'), status: 'Completed', packageName: 'Tasker Pro' };
  const { leadId, checkId } = await playUntil(harness, story);
  const check = await fieldsOf(session, checkId, 'Name', 'Valid_Until__c');
  const end = new Date(`${String(check['Valid_Until__c'])}T12:00:00Z`);
  const shown = (days: number) =>
    new Date(end.getTime() + days * 86_400_000).toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  const page = await harness.openPage(REQUESTER, pageOf('Lead', leadId));
  await page.getByText(`Cleared until ${shown(0)}`).waitFor();
  const answer = page.locator('c-cleared-on');
  await answer.getByText(`Cleared on this day. Valid until ${shown(0)}.`).waitFor();
  await answer.getByRole('link', { name: String(check['Name']) }).waitFor();
  await page.getByLabel('Day').fill(shown(1));
  await page.getByLabel('Day').press('Tab');
  await answer.getByText(`Not cleared on this day: the clearance had ended on ${shown(0)}.`).waitFor();
  await page.getByLabel('Day').fill('Jan 1, 2020');
  await page.getByLabel('Day').press('Tab');
  await answer.getByText('Not cleared on this day: no check had come back by then.').waitFor();
  expect(await barriers(page)).toEqual([]);

  await page.clock.setFixedTime(new Date(end.getTime() - 30 * 86_400_000));
  await page.reload();
  await page.getByText(`Expires in 30 days: renew (cleared until ${shown(0)})`).waitFor();
});

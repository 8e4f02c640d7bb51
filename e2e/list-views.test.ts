import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { addTimekeeper } from './add-user.ts';
import { barriers } from './barriers.ts';
import { fieldsOf, named, newestCheck, PACKAGE, playUntil, untilRows } from './checks-on-pages.ts';
import { NOACCESS, REQUESTER, REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();
const LEADS = '/lightning/o/Lead/list';
const FOR_ALL = ['All', 'Cleared, Ending in 90 Days', 'Errors', 'My Checks', 'Open', 'Review Required'];

/** May write every date. */
const TIMEKEEPER = 'lists@example.org';
const soon = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

const tabs = (page: Page) => page.getByRole('navigation', { name: 'App' }).getByRole('link');
const picker = (page: Page) => page.getByRole('combobox', { name: 'Select a List View' });
const offered = (page: Page) => picker(page).getByRole('option').allInnerTexts();
const rowOf = (page: Page, name: unknown) => page.getByRole('row').filter({ hasText: String(name) });

/** The checks, from the app's tab, in the list view of that label. */
async function openList(username: string, label: string): Promise<Page> {
  const page = await harness.openPage(username, LEADS);
  await tabs(page).getByText('Background Checks', { exact: true }).click();
  await choose(page, label);
  return page;
}

async function choose(page: Page, label: string): Promise<void> {
  await picker(page).selectOption({ label });
  await page.waitForURL(/filterName=/);
  await page.locator('option[selected]', { hasText: label }).waitFor({ state: 'attached' });
}

/** The check's name, which lists show. */
const nameOf = async (checkId: string) => (await fieldsOf(await harness.session(), checkId, 'Name'))['Name'];

beforeAll(() => addTimekeeper(harness, TIMEKEEPER));

test('staff choose among lists: what is open, in error, their own; each leads to the check and its person', async () => {
  const { checkId } = await playUntil(harness, { person: named('clear', 'Lina'), status: 'Invited' });
  const done = await playUntil(harness, { person: named('clear', 'Lorenz'), status: 'Completed' });
  const [open, completed] = [await nameOf(checkId), await nameOf(done.checkId)];
  const page = await openList(REQUESTER, 'Open');
  await rowOf(page, open).waitFor();
  expect(await rowOf(page, completed).count()).toBe(0);
  expect(await offered(page)).toEqual(expect.arrayContaining([...FOR_ALL, 'Waiting for the Applicant']));
  expect(await offered(page)).not.toEqual(expect.arrayContaining(['Adverse Actions']));
  expect(await barriers(page)).toEqual([]);
  await choose(page, 'Waiting for the Applicant');
  await rowOf(page, open).getByRole('link', { name: 'Lina Clear' }).waitFor();
  await choose(page, 'My Checks');
  await rowOf(page, completed).waitFor();
  await rowOf(page, open)
    .getByRole('link', { name: String(open) })
    .click();
  await page.waitForURL(/\/r\/Background_Check__c\//);
});

test('the list of passes that end has no check that was completed without being one', async () => {
  const { checkId } = await playUntil(harness, { person: named('clear', 'Lotte'), status: 'Completed' });
  const revoked = await playUntil(harness, { person: named('consider', 'Ludwig'), status: 'Review Required' });
  const names = [await nameOf(checkId), await nameOf(revoked.checkId)];
  const keeper = await harness.session(TIMEKEEPER);
  for (const id of [checkId, revoked.checkId]) await keeper.update('Background_Check__c', id, { Valid_Until__c: soon });
  const page = await openList(REQUESTER, 'Cleared, Ending in 90 Days');
  await rowOf(page, names[0]).waitFor();
  expect(await rowOf(page, names[1]).count()).toBe(0);
  await choose(page, 'Review Required');
  await rowOf(page, names[1]).waitFor();
});

test('reviewers have the list of adverse actions, admins that of systems not told yet; nobody has the other', async () => {
  const reviewer = await openList(REVIEWER, 'Adverse Actions');
  await reviewer.getByText('Filtered by Review Decision equals Initiate Adverse Action').waitFor();
  expect(await offered(reviewer)).not.toContain('ATS Not Told Yet');
  await tabs(reviewer).getByText('Background Check Events', { exact: true }).click();
  await choose(reviewer, 'Who Looked');
  const staff = await harness.openPage(REQUESTER, '/lightning/o/Background_Check__c/list?filterName=Adverse_Actions');
  await staff.getByRole('alert').getByText("You don't have access to this list view").waitFor();
  expect(await staff.getByRole('row').count()).toBe(0);
});

test('the app and its tabs are for people with our permission sets, each with what they need', async () => {
  const labels = async (username: string) => tabs(await harness.openPage(username, LEADS)).allInnerTexts();
  expect(await labels(REQUESTER)).toEqual([
    'Background Checks',
    'Leads',
    'Contacts',
    'Background Check Packages',
    'Reports',
    'Dashboards',
  ]);
  expect(await labels(REVIEWER)).toEqual([
    'Background Checks',
    'Background Check Reviews',
    'Leads',
    'Contacts',
    'Background Check Events',
    'Reports',
    'Dashboards',
  ]);
  expect(await labels(NOACCESS)).toEqual(['Leads', 'Contacts', 'Reports', 'Dashboards']);
  const page = await harness.openPage(NOACCESS, '/lightning/o/Background_Check__c/list');
  await page.getByRole('alert').getByText("You don't have access to Background Checks").waitFor();
});

test('a check entered by hand is ordered as one requested by the button; a second one is refused at the field', async () => {
  const { fields } = named('clear', 'Lasse');
  const leadId = await harness.addLead(fields);
  const page = await openList(REQUESTER, 'All');
  const enter = async () => {
    await page.getByRole('link', { name: 'New', exact: true }).click();
    await page.getByRole('combobox', { name: 'Lead' }).click();
    await page.getByRole('option', { name: 'Lasse Clear' }).click();
    await page.getByRole('combobox', { name: 'Package', exact: true }).click();
    await page.getByRole('option', { name: PACKAGE }).click();
    await page.getByRole('button', { name: 'Save' }).click();
  };
  await enter();
  await page.waitForURL(/\/r\/Background_Check__c\//);
  const session = await harness.session();
  await untilRows('the invitation', async () => (await newestCheck(session, leadId))['Status__c'] === 'Invited');
  await page.goto(new URL('/lightning/o/Background_Check__c/list', page.url()).href);
  await enter();
  await page.getByRole('alert').getByText(/open/).first().waitFor();
  const other = await harness.openPage(NOACCESS, '/lightning/o/Background_Check__c/new');
  await other.getByRole('alert').getByText("You don't have access").waitFor();
});

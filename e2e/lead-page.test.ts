import { expect } from 'vitest';
import { checksOf } from '../scripts/lib/story/final-record.ts';
import type { Person } from '../scripts/lib/story/people.ts';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import { fieldsOf, named, newestCheck, PACKAGE, pageOf, playUntil, untilRows } from './checks-on-pages.ts';
import { REQUESTER, REVIEWER, test, useHarness } from './harness.ts';

const PASS = 'Cleared';
const harness = useHarness();

/** A Lead of one test's own, shown to the requester. */
async function setup(person: Person) {
  const session = await harness.session();
  const leadId = await harness.addLead(person.fields);
  const window = await harness.openWindow();
  await window.openLead(leadId);
  const checks = () => checksOf(session, leadId);
  return { window, page: window.page, leadId, checks, applicant: person.applicant };
}

test('a check requested by the button comes back clear and is shown as a pass, in the header of the Lead too', async () => {
  const { window, page, applicant, checks } = await setup(named('clear', 'Clarissa'));
  await window.requestByButton(PACKAGE);
  await untilShown(window, { status: 'Invited' });
  await window.applyAs(applicant);
  await untilShown(window, { status: 'Completed', badges: [PASS] });
  await page.getByText('Cleared, with no expiry date').waitFor();
  const details = page.getByRole('article', { name: 'Details' });
  const copied = details.locator('.page-field').filter({ hasText: 'Background Check Status' });
  await copied.getByText('Completed').waitFor();
  expect(await checks()).toMatchObject([
    { Status__c: 'Completed', Result__c: 'Clear', Cleared__c: true, Source__c: 'Button', 'Package__r.Name': PACKAGE },
  ]);
});

test('a pass that is taken away is gone when somebody comes back to the page', async () => {
  const { leadId, checkId } = await playUntil(harness, { person: named('clear', 'Clio'), status: 'Completed' });
  const page = await harness.openPage(REQUESTER, pageOf('Lead', leadId));
  await page.getByText('Cleared, with no expiry date').waitFor();
  const reviewer = await harness.session(REVIEWER);
  const { Checkr_Report_Id__c: reportId } = await fieldsOf(reviewer, checkId, 'Checkr_Report_Id__c');
  await harness.moveCheckr(`/reports/${String(reportId)}/moves`, { move: 'revise', result: 'consider' });
  const isReopened = async () => (await fieldsOf(reviewer, checkId, 'Cleared__c'))['Cleared__c'] === false;
  await untilRows('the pass to be taken away', isReopened);
  await page.evaluate("window.dispatchEvent(new Event('focus'))");
  await page.getByText(/^Not cleared: BC-\d+ waits for a reviewer's decision\.$/).waitFor();
  await page.locator('dd.status').filter({ hasText: 'Review Required' }).waitFor();
  expect(await page.getByText('Cleared, with no expiry date').count()).toBe(0);
  expect(await page.locator('c-background-check-panel .slds-theme_success').count()).toBe(0);
});

test('a check with something to consider waits for a review and is nowhere shown as a pass', async () => {
  const { window, page, applicant, checks } = await setup(named('consider', 'Constantin'));
  await window.requestByButton(PACKAGE);
  await untilShown(window, { status: 'Invited' });
  await window.applyAs(applicant);
  const { badges } = await untilShown(window, { status: 'Review Required', badges: ['Review Required'] });
  expect(badges).not.toContain(PASS);
  await page.getByText('A compliance reviewer looks at the report and decides.').waitFor();
  await page.getByText(/^Not cleared: BC-\d+ waits for a reviewer's decision\.$/).waitFor();
  const result = page.getByText('Result: Consider');
  expect(await result.count()).toBe(0);
  await page.getByRole('button', { name: 'Show results' }).click();
  await result.waitFor();
  expect(await page.locator('c-background-check-panel .slds-theme_success').count()).toBe(0);
  expect(await checks()).toMatchObject([{ Status__c: 'Review Required', Result__c: 'Consider', Cleared__c: false }]);
});

test('the checkbox starts a check; unchecked and checked again, when that one is done, it starts a second', async () => {
  const { window, page, applicant, checks } = await setup(named('checkbox', 'Chris'));
  await window.saveCheckbox(true);
  await untilShown(window, { status: 'Invited' });
  await window.applyAs(applicant);
  await untilShown(window, { status: 'Completed', badges: [PASS] });
  await window.saveCheckbox(false);
  await window.saveCheckbox(true);
  await untilShown(window, { status: 'Invited' });
  expect(await checks()).toMatchObject([
    { Status__c: 'Invited', Source__c: 'Checkbox' },
    { Status__c: 'Completed', Source__c: 'Checkbox' },
  ]);
  await page.getByRole('heading', { name: 'Earlier checks' }).waitFor();
});

test('while a check is open another one is refused in words, by the button, the checkbox and the API', async () => {
  const { window, page, checks, leadId } = await setup(named('clear', 'Clemens'));
  await window.requestByButton(PACKAGE);
  await untilShown(window, { status: 'Invited' });
  expect(await page.getByRole('button', { name: 'Request Background Check' }).isDisabled()).toBe(true);
  expect(await page.getByText('A check is still open.').isVisible()).toBe(true);
  await expect(window.saveCheckbox(true)).rejects.toThrow(/already has an open background check/);
  const session = await harness.session();
  const { Package__c } = await fieldsOf(session, String((await newestCheck(session, leadId))['Id']), 'Package__c');
  const again = session.uiCreate('Background_Check__c', { Lead__c: leadId, Package__c });
  await expect(again).rejects.toThrow(/already has an open background check/);
  expect(await checks()).toHaveLength(1);
});

test('by the checkbox, a Lead without an e-mail address ends in an error that says what to mend', async () => {
  const { window, page, checks } = await setup(named('withoutEmail', 'Nora'));
  await window.saveCheckbox(true);
  await untilShown(window, { status: 'Error' });
  expect(await page.locator('c-background-check-summary .help').innerText()).toMatch(/e-mail/i);
  expect(await checks()).toMatchObject([{ Status__c: 'Error', Checkr_Candidate_Id__c: null }]);
});

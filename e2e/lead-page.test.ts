import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checksOf } from '../scripts/lib/story/final-record.ts';
import { people, type Person } from '../scripts/lib/story/people.ts';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import { startHarness, type Harness } from './harness.ts';

type Window = Awaited<ReturnType<Harness['openWindow']>>;

const PACKAGE = 'Tasker Standard';
const PASS = 'Cleared';

let harness: Harness;
const windows: Window[] = [];

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(async () => {
  for (const window of windows.splice(0)) await window.close();
});

/** A Lead of one test's own, shown to the requester. */
async function setup(person: Person) {
  const leadId = await harness.addLead(person.fields);
  const window = await harness.openWindow();
  windows.push(window);
  await window.openLead(leadId);
  const checks = () => checksOf(harness.session, leadId);
  return { window, leadId, checks, applicant: person.applicant };
}

test('a check requested by the button comes back clear and is shown as a pass', async () => {
  const { window, applicant, checks } = await setup(people.clear);
  await window.requestByButton(PACKAGE);
  await untilShown(window, { status: 'Invited' });
  await window.applyAs(applicant);
  await untilShown(window, { status: 'Completed', badges: [PASS, 'Result: Clear'] });
  expect(await checks()).toMatchObject([
    { Status__c: 'Completed', Result__c: 'Clear', Cleared__c: true, Source__c: 'Button', 'Package__r.Name': PACKAGE },
  ]);
});

test('a check with something to consider waits for a review and is nowhere shown as a pass', async () => {
  const { window, applicant, checks } = await setup(people.consider);
  await window.requestByButton(PACKAGE);
  await untilShown(window, { status: 'Invited' });
  await window.applyAs(applicant);
  const { badges } = await untilShown(window, { status: 'Review Required', badges: ['Result: Consider'] });
  expect(badges).not.toContain(PASS);
  expect(await window.page.locator('.slds-theme_success').count()).toBe(0);
  expect(await checks()).toMatchObject([{ Status__c: 'Review Required', Result__c: 'Consider', Cleared__c: false }]);
});

test('the checkbox starts a check; unchecked and checked again, when that one is done, it starts a second', async () => {
  const { window, applicant, checks } = await setup(people.checkbox);
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
});

test('while a check is open another one is refused in words, by the button and by the checkbox', async () => {
  const { window, checks } = await setup(people.clear);
  await window.requestByButton(PACKAGE);
  await untilShown(window, { status: 'Invited' });
  const { page } = window;
  expect(await page.getByRole('button', { name: 'Request Background Check' }).isDisabled()).toBe(true);
  expect(await page.getByText('A check is still open.').isVisible()).toBe(true);
  await expect(window.saveCheckbox(true)).rejects.toThrow(/already has an open background check/);
  expect(await checks()).toHaveLength(1);
});

test('for a Lead without an e-mail address the dialog says so and nothing can be requested', async () => {
  const { window, checks } = await setup(people.withoutEmail);
  const { page } = window;
  await page.getByRole('button', { name: 'Request Background Check' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('There is no e-mail address.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Request', exact: true }).isDisabled()).toBe(true);
  expect(await checks()).toEqual([]);
});

test('by the checkbox, a Lead without an e-mail address ends in an error that says what to mend', async () => {
  const { window, checks } = await setup(people.withoutEmail);
  await window.saveCheckbox(true);
  await untilShown(window, { status: 'Error' });
  expect(await window.page.locator('c-background-check-summary .help').innerText()).toMatch(/e-mail/i);
  expect(await checks()).toMatchObject([{ Status__c: 'Error', Checkr_Candidate_Id__c: null }]);
});

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { people } from '../scripts/lib/story/people.ts';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import { barriers } from './barriers.ts';
import { named, newestCheck, openPage, PACKAGE, playUntil, untilRows, type Window } from './checks-on-pages.ts';
import { startHarness, type Harness } from './harness.ts';

let harness: Harness;
const windows: Window[] = [];

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(async () => {
  for (const window of windows.splice(0)) await window.close();
});

async function setup(username?: string) {
  const window = await harness.openWindow(username);
  windows.push(window);
  return { window, page: window.page };
}

test('the card names the steps and the day the invitation ends, sends it again, and cancels once that is confirmed', async () => {
  const { window, page } = await setup();
  const { leadId } = await playUntil(harness, window, { person: named('clear', 'Ines'), status: 'Invited' });
  await page.getByText(/The invitation expires/).waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'Candidate created' }).isVisible()).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Resend Invitation' }).click();
  await page.getByText('The invitation is being sent again').waitFor();
  await untilRows('the invitation to be sent', async () => {
    return (await newestCheck(harness, leadId))['Requested_Action__c'] === null;
  });
  await page.getByRole('button', { name: 'Cancel Check' }).click();
  const question = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await question.getByRole('button', { name: 'OK' }).click();
  await untilShown(window, { status: 'Canceled' });
});

test('a check in error leads to the person, and goes on as the same check when that was mended', async () => {
  const { window, page } = await setup();
  const leadId = await harness.addLead(people.withoutEmail.fields);
  await window.openLead(leadId);
  await window.saveCheckbox(true);
  await untilShown(window, { status: 'Error' });
  const failed = await newestCheck(harness, leadId);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Edit the Person' }).click();
  await page.getByRole('textbox', { name: 'Email' }).fill('noah.nomail@example.org');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Resume Check' }).click();
  await untilShown(window, { status: 'Invited' });
  expect(await newestCheck(harness, leadId)).toMatchObject({ Id: failed['Id'] });
});

test('what came back is shown when asked for, and for which days the person is cleared', async () => {
  const { window, page } = await setup();
  await playUntil(harness, window, { person: named('clear', 'Clio'), status: 'Completed' });
  await page.getByText('Cleared, without an end').waitFor();
  expect(await page.locator('c-background-check-results').count()).toBe(0);
  await page.getByRole('button', { name: 'Show results' }).click();
  await page.locator('c-background-check-results').getByRole('heading', { name: 'Screenings' }).waitFor();
  await page.getByText('Cleared on this day. There is no end.').waitFor();
  await page.getByLabel('Day').fill('Jan 1, 2020');
  await page.getByLabel('Day').press('Tab');
  await page.getByText('Not cleared on this day: no check had come back by then.').waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('the dialog warns before anything is paid for: a valid check with the price saved, and a missing state', async () => {
  const { window, page } = await setup();
  await playUntil(harness, window, { person: named('clear', 'Cora'), status: 'Completed' });
  await page.getByRole('button', { name: 'Request Background Check' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Package' }).click();
  await dialog.getByRole('option', { name: PACKAGE }).click();
  await dialog
    .getByText(/is still valid, without an end: a new check may not be needed. Without it you save \$/)
    .waitFor();
  await dialog.getByText(/The state or the country is missing/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Request', exact: true }).isDisabled()).toBe(false);
  expect(await barriers(page)).toEqual([]);
});

test('the card says so when an address is shared with an open check of somebody else', async () => {
  const { window, page } = await setup();
  const person = named('clear', 'Sonja');
  await playUntil(harness, window, { person, status: 'Invited' });
  const twinId = await harness.addLead({ ...person.fields, FirstName: 'Svenja' });
  await window.openLead(twinId);
  await page.getByRole('button', { name: 'Request Background Check' }).click();
  await page
    .getByRole('dialog')
    .getByText(/Somebody else with the same e-mail address has an open check/)
    .waitFor();
});

test('somebody without rights to checks sees none, and is told whom to ask', async () => {
  const requester = await setup();
  const { leadId } = await playUntil(harness, requester.window, { person: named('clear', 'Nele'), status: 'Invited' });
  const { page } = await setup('noaccess@example.org');
  await openPage(harness.stack, page, 'noaccess@example.org', `/lightning/r/Lead/${leadId}/view`);
  await page
    .getByText(/ask your administrator whether you may see background checks/)
    .first()
    .waitFor();
  expect(await page.locator('c-background-check-summary').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Request Background Check' }).isDisabled()).toBe(true);
});

test('on a phone the card fits the screen', async () => {
  const { window, page } = await setup();
  await page.setViewportSize({ width: 390, height: 844 });
  await playUntil(harness, window, { person: named('clear', 'Pia'), status: 'Invited' });
  const card = await page.locator('c-background-check-panel').boundingBox();
  expect((card?.x ?? 0) + (card?.width ?? Infinity)).toBeLessThanOrEqual(390);
  expect(await barriers(page)).toEqual([]);
});

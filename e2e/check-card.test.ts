import { expect } from 'vitest';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import { barriers } from './barriers.ts';
import { fieldsOf, named, newestCheck, PACKAGE, pageOf, playUntil, untilRows, withSsn } from './checks-on-pages.ts';
import { REQUESTER, REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();

test('the card names the steps and the day the invitation ends, sends it again, and cancels once that is confirmed', async () => {
  const { leadId } = await playUntil(harness, { person: named('clear', 'Ines'), status: 'Invited' });
  const session = await harness.session();
  const window = await harness.openWindow();
  const { page } = window;
  await window.openLead(leadId);
  await page.getByText(/The invitation expires/).waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'Candidate created' }).isVisible()).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Resend Invitation' }).click();
  await page.getByText('The invitation is being sent again').waitFor();
  await untilRows('the invitation to be sent', async () => {
    return (await newestCheck(session, leadId))['Requested_Action__c'] === null;
  });
  await page.getByRole('button', { name: 'Cancel Check' }).click();
  const question = page.getByRole('dialog');
  await question.getByText(/Cancel BC-\d+ \(Ines .+\)\? The invitation stops working\./).waitFor();
  expect(await barriers(page)).toEqual([]);
  await question.getByRole('button', { name: 'Back' }).click();
  await question.waitFor({ state: 'detached' });
  expect(await newestCheck(session, leadId)).toMatchObject({ Status__c: 'Invited', Requested_Action__c: null });
  await page.getByRole('button', { name: 'Cancel Check' }).click();
  await question.getByRole('button', { name: 'Cancel Check' }).click();
  await untilShown(window, { status: 'Canceled' });
  expect(await page.getByRole('button', { name: 'Resend Invitation' }).count()).toBe(0);
});

test('a check in error leads to the field to mend, and goes on as the same check when that was done', async () => {
  const window = await harness.openWindow();
  const { page } = window;
  const session = await harness.session();
  const leadId = await harness.addLead(named('withoutEmail', 'Noah').fields);
  await window.openLead(leadId);
  await window.saveCheckbox(true);
  await untilShown(window, { status: 'Error' });
  expect(await page.getByRole('button', { name: 'Request Background Check' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Cancel Check' }).isVisible()).toBe(true);
  const failed = await newestCheck(session, leadId);
  expect(await page.locator('c-background-check-summary .help').innerText()).toMatch(/e-mail/i);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Edit the Person' }).click();
  await page.getByRole('textbox', { name: 'Email' }).fill('noah.nomail@example.org');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Resume Check' }).click();
  await untilShown(window, { status: 'Invited' });
  expect(await newestCheck(session, leadId)).toMatchObject({ Id: failed['Id'] });
});

test('a finished check is upgraded to a higher package, whose price is shown first, and is no pass until that is done', async () => {
  const { leadId, checkId } = await playUntil(harness, { person: named('clear', 'Ulla'), status: 'Completed' });
  const session = await harness.session();
  const window = await harness.openWindow();
  const { page } = window;
  await window.openLead(leadId);
  await page.getByRole('button', { name: 'Upgrade Check' }).click();
  const dialog = page.getByRole('dialog');
  const upgrade = dialog.getByRole('button', { name: 'Upgrade', exact: true });
  await dialog.getByRole('combobox', { name: 'Package' }).click();
  expect(await dialog.getByRole('option', { name: PACKAGE }).count()).toBe(0);
  expect(await upgrade.isDisabled()).toBe(true);
  await dialog.getByRole('option', { name: 'Tasker Pro' }).click();
  await dialog.getByText('Price: USD 55.00').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await fieldsOf(session, checkId, 'Requested_Action__c')).toMatchObject({ Requested_Action__c: null });
  await upgrade.click();
  await page.getByText('The upgrade is being ordered').waitFor();
  await untilRows('the new package', async () => {
    const { Package__r: pack, Price__c: price } = await fieldsOf(session, checkId, 'Package__r.Name', 'Price__c');
    return (pack as { Name: string } | null)?.Name === 'Tasker Pro' && price === 55;
  });
  await untilShown(window, { status: 'Completed', badges: ['Cleared'] });
  await page.locator('c-background-check-summary').getByText('Tasker Pro').waitFor();
});

test('a suspended check says when it ends by itself', async () => {
  const stuck = withSsn(named('clear', 'Stina'), '2015');
  const { leadId } = await playUntil(harness, { person: stuck, status: 'Suspended' });
  const page = await harness.openPage(REQUESTER, pageOf('Lead', leadId));
  await page.getByText(/Checkr waits for the applicant and cancels the report in (29|30) days/).waitFor();
  expect(await page.getByRole('button', { name: 'Cancel Check' }).count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
});

test('a check under way says when it is expected; results that are not all there yet are no answer', async () => {
  const person = withSsn(named('clear', 'Penelope'), '2007');
  const { leadId, checkId } = await playUntil(harness, { person, status: 'In Progress' });
  const session = await harness.session();
  await untilRows('the estimate', async () => {
    return (await fieldsOf(session, checkId, 'Estimated_Completion__c'))['Estimated_Completion__c'] !== null;
  });
  const page = await harness.openPage(REQUESTER, pageOf('Lead', leadId));
  await page.locator('c-background-check-summary').getByText('Expected').waitFor();
  await page.getByRole('button', { name: 'Show results' }).click();
  await page.getByText(/of \d screenings are complete\. The result is known when all of them are\./).waitFor();
  expect(await page.locator('c-background-check-panel .slds-theme_success').count()).toBe(0);
  await page.getByText('Not cleared on this day: no check had come back by then.').waitFor();
});

test('on a phone the queue and the page of a check fit the screen, too', async () => {
  const { checkId } = await playUntil(harness, { person: named('consider', 'Pina'), status: 'Review Required' });
  const { page, open } = await harness.openWindow(REVIEWER);
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () => page.evaluate('document.scrollingElement.scrollWidth - window.innerWidth');
  await open('/lightning/n/Background_Check_Reviews');
  await page.getByRole('row').filter({ hasText: 'Pina' }).waitFor();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await open(pageOf('Background_Check__c', checkId));
  await page.getByText('This check waits for your decision.').waitFor();
  await page.getByText('Results viewed').waitFor();
  expect(await overflow()).toBeLessThanOrEqual(0);
});

test('on a phone the card and its dialog fit the screen', async () => {
  const { leadId } = await playUntil(harness, { person: named('clear', 'Pia'), status: 'Invited' });
  const other = await harness.addLead(named('clear', 'Paula').fields);
  const window = await harness.openWindow();
  const { page } = window;
  await page.setViewportSize({ width: 390, height: 844 });
  await window.openLead(leadId);
  await page.getByText(/The invitation expires/).waitFor();
  const right = async (part: string) => {
    const box = await page.locator(part).boundingBox();
    return (box?.x ?? 0) + (box?.width ?? Infinity);
  };
  expect(await right('c-background-check-panel')).toBeLessThanOrEqual(390);
  expect(await right('c-cleared-on')).toBeLessThanOrEqual(390);
  expect(await barriers(page)).toEqual([]);
  await window.openLead(other);
  await page.getByRole('button', { name: 'Request Background Check' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Package' }).waitFor();
  await page.getByText(/An invitation goes to Paula .+ at .+@/).waitFor();
  expect(await right('.slds-modal__container')).toBeLessThanOrEqual(390);
});

import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { untilClosed } from '../scripts/lib/story/lead-page.ts';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import { addUser } from './add-user.ts';
import { barriers } from './barriers.ts';
import { fieldsOf, named, pageOf, playUntil, requestFor, untilRows } from './checks-on-pages.ts';
import { test, useHarness } from './harness.ts';

const harness = useHarness();
/** Sees the checks of the requester, and may command none of them. */
const COLLEAGUE = 'colleague@example.org';
const CARETAKER = 'caretaker@example.org';
const NOT_YOURS =
  'Only who requested this check, or an admin for background checks, can ask for this. Nothing was changed.';

beforeAll(async () => {
  await addUser(harness, { username: COLLEAGUE, permissionSets: ['Background_Check_Requester'] });
  await addUser(harness, {
    username: CARETAKER,
    permissionSets: ['Background_Check_Admin'],
    groups: ['Background_Check_Admins'],
  });
});

/** Chooses a higher package in the dialog and confirms. @returns the dialog. */
async function upgrade(page: Page) {
  await page.getByRole('button', { name: 'Upgrade Check' }).click();
  const dialog = page.getByRole('dialog', { name: 'Upgrade Check' });
  await dialog.getByRole('combobox', { name: 'Package' }).click();
  await dialog.getByRole('option', { name: 'Tasker Pro' }).click();
  await dialog.getByRole('button', { name: 'Upgrade', exact: true }).click();
  return dialog;
}

test('who did not request a check is told in a plain sentence that they cannot have it upgraded', async () => {
  const { leadId, checkId } = await playUntil(harness, { person: named('clear', 'Gesa'), status: 'Completed' });
  const page = await harness.openPage(COLLEAGUE, pageOf('Lead', leadId));
  const dialog = await upgrade(page);
  await dialog.getByRole('alert').getByText(NOT_YOURS, { exact: true }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const session = await harness.session();
  expect(await fieldsOf(session, checkId, 'Requested_Action__c', 'Cleared__c', 'Upgrade_Package__c')).toMatchObject({
    Requested_Action__c: null,
    Cleared__c: true,
    Upgrade_Package__c: null,
  });
});

test('nor sent again, nor canceled', async () => {
  const { leadId, checkId } = await playUntil(harness, { person: named('clear', 'Gitta'), status: 'Invited' });
  const page = await harness.openPage(COLLEAGUE, pageOf('Lead', leadId));
  const said = page.locator('c-check-actions').getByRole('alert').getByText(NOT_YOURS, { exact: true });
  await page.getByRole('button', { name: 'Resend Invitation' }).click();
  await said.waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Cancel Check' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel Check' }).click();
  await said.waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await fieldsOf(await harness.session(), checkId, 'Status__c', 'Requested_Action__c')).toMatchObject({
    Status__c: 'Invited',
    Requested_Action__c: null,
  });
});

test('nor resumed after an error', async () => {
  const { leadId, checkId, requester } = await requestFor(harness, named('withoutEmail', 'Greta'));
  await untilShown(requester, { status: 'Error' });
  const page = await harness.openPage(COLLEAGUE, pageOf('Lead', leadId));
  await page.getByRole('button', { name: 'Resume Check' }).click();
  await page.locator('c-check-actions').getByRole('alert').getByText(NOT_YOURS, { exact: true }).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await fieldsOf(await harness.session(), checkId, 'Status__c', 'Requested_Action__c')).toMatchObject({
    Status__c: 'Error',
    Requested_Action__c: null,
  });
});

test('an admin for background checks has the check of a colleague upgraded', async () => {
  const { leadId, checkId } = await playUntil(harness, { person: named('clear', 'Gabriel'), status: 'Completed' });
  const page = await harness.openPage(CARETAKER, pageOf('Lead', leadId));
  await untilClosed(await upgrade(page));
  await page.getByText('The upgrade is being ordered').waitFor();
  const session = await harness.session();
  await untilRows('the new package', async () => {
    const { Package__r: pack } = await fieldsOf(session, checkId, 'Package__r.Name');
    return (pack as { Name: string } | null)?.Name === 'Tasker Pro';
  });
});

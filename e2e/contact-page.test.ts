import { expect } from 'vitest';
import { contact } from '../scripts/lib/story/people.ts';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import { barriers } from './barriers.ts';
import { fieldsOf, PACKAGE, pageOf } from './checks-on-pages.ts';
import { NOACCESS, test, useHarness } from './harness.ts';

const harness = useHarness();

test('a Contact is checked by the button, then by the checkbox; the earlier check is a click away', async () => {
  const session = await harness.session();
  const fields = { ...contact.fields, FirstName: 'Karla', Email: 'karla.contact@example.org' };
  const contactId = await session.create('Contact', fields);
  const window = await harness.openWindow();
  const { page } = window;
  await window.open(pageOf('Contact', contactId));
  await page.getByText('No background check has been requested yet.').waitFor();
  await window.requestByButton(PACKAGE);
  await untilShown(window, { status: 'Invited' });
  await window.applyAs({ ...contact.applicant, firstName: 'Karla' });
  await untilShown(window, { status: 'Completed', badges: ['Cleared'] });
  await page.getByText('Cleared on this day, with no expiry date.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await window.saveCheckbox(true);
  await untilShown(window, { status: 'Invited' });
  const [first] = await session.query(
    `SELECT Id, Name FROM Background_Check__c WHERE Contact__c = '${contactId}' AND Source__c = 'Button'`,
  );
  await page.getByRole('heading', { name: 'Earlier checks' }).waitFor();
  await page
    .locator('c-background-check-history')
    .getByRole('link', { name: String(first?.['Name']) })
    .click();
  await page.getByRole('heading', { name: String(first?.['Name']) }).waitFor();
  expect(await fieldsOf(session, String(first?.['Id']), 'Status__c', 'Cleared__c')).toMatchObject({
    Status__c: 'Completed',
    Cleared__c: true,
  });

  const other = await harness.openPage(NOACCESS, pageOf('Contact', contactId));
  await other
    .getByText(/Ask your administrator for the permission set Background Check Requester/)
    .first()
    .waitFor();
  expect(await other.getByRole('button', { name: 'Request Background Check' }).isDisabled()).toBe(true);
  const refused = await harness.session(NOACCESS);
  await expect(refused.uiUpdate(contactId, { Request_Background_Check__c: false })).rejects.toThrow(/refused/);
});

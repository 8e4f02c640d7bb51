import { expect } from 'vitest';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import { fieldsOf, named, pageOf, playUntil, untilRows } from './checks-on-pages.ts';
import { ADMIN, NOACCESS, test, useHarness } from './harness.ts';

const harness = useHarness();

test('a Lead is converted while its check is open: the Contact shows it, and its end', async () => {
  const person = named('clear', 'Vera');
  const { leadId, checkId } = await playUntil(harness, { person, status: 'Invited' });
  const admin = await harness.openPage(ADMIN, pageOf('Lead', leadId));
  await admin.getByRole('button', { name: 'Convert' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Convert', exact: true }).click();
  await admin.waitForURL(/\/r\/Contact\//);
  const contactPath = new URL(admin.url()).pathname;

  const window = await harness.openWindow();
  await window.open(contactPath);
  await untilShown(window, { status: 'Invited' });
  await window.applyAs(person.applicant);
  await untilShown(window, { status: 'Completed', badges: ['Cleared'] });
  await window.page.getByText('Cleared on this day, with no expiry date.').waitFor();
  const session = await harness.session();
  const check = await fieldsOf(session, checkId, 'Lead__c', 'Contact__c', 'Cleared__c');
  expect(check).toMatchObject({ Lead__c: leadId, Cleared__c: true });
  expect(contactPath).toContain(String(check['Contact__c']));
  await untilRows('the status on the Contact', async () => {
    const [row] = await session.query(
      `SELECT Background_Check_Status__c FROM Contact WHERE Id = '${check['Contact__c']}'`,
    );
    return row?.['Background_Check_Status__c'] === 'Completed';
  });

  await window.openLead(leadId);
  await window.page.getByText('This Lead has been converted.').waitFor();
  expect(await window.page.getByRole('button', { name: 'Request Background Check' }).isDisabled()).toBe(true);
  await window.page.getByRole('link', { name: 'open the Contact' }).click();
  await window.page.waitForURL(/\/r\/Contact\//);

  const other = await harness.openPage(NOACCESS, contactPath);
  await other
    .getByText(/Ask your administrator for the permission set Background Check Requester/)
    .first()
    .waitFor();
  expect(await other.locator('c-background-check-summary').count()).toBe(0);
});

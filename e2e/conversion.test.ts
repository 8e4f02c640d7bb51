import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import { addUser } from './add-user.ts';
import { fieldsOf, named, pageOf, playUntil, untilRows } from './checks-on-pages.ts';
import { NOACCESS, test, useHarness } from './harness.ts';

const harness = useHarness();
const LOOKER = 'looker@example.org';

async function convert(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Convert' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Convert', exact: true }).click();
}

test('a Lead is converted while its check is open: the Contact shows it, and its end', async () => {
  const person = named('clear', 'Vera');
  const { leadId, checkId } = await playUntil(harness, { person, status: 'Invited' });
  const window = await harness.openWindow();
  await window.openLead(leadId);
  await convert(window.page);
  await window.page.waitForURL(/\/r\/Contact\//);
  const contactPath = new URL(window.page.url()).pathname;
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

test('somebody who may look at Leads, but not convert them, is refused in words, and the check stays with the Lead', async () => {
  await addUser(harness, { username: LOOKER, profile: 'Read Only' });
  const { leadId, checkId } = await playUntil(harness, { person: named('clear', 'Vito'), status: 'Invited' });
  const page = await harness.openPage(LOOKER, pageOf('Lead', leadId));
  await page.getByRole('heading', { name: 'Vito Clear' }).waitFor();
  expect(await page.getByRole('button', { name: 'Convert' }).count()).toBe(0);
  const answer = await page.request.post(new URL(`/lightning/convert/${leadId}`, page.url()).href);
  expect([answer.status(), await answer.text()]).toEqual([400, expect.stringContaining('insufficient access rights')]);
  const session = await harness.session();
  expect(await fieldsOf(session, checkId, 'Lead__c', 'Contact__c')).toMatchObject({
    Lead__c: leadId,
    Contact__c: null,
  });
});

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriers } from './barriers.ts';
import { fieldsOf, named, newestCheck, PACKAGE, pageOf, playUntil } from './checks-on-pages.ts';
import { ADMIN, REQUESTER, test, useHarness } from './harness.ts';

const harness = useHarness();
const HOME = { State: 'CA', Country: 'US' };

/** The dialog on the page of a person. */
async function openDialog(object: 'Lead' | 'Contact', id: string) {
  const page = await harness.openPage(REQUESTER, pageOf(object, id));
  await page.getByRole('button', { name: 'Request Background Check' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Package' }).waitFor();
  const request = dialog.getByRole('button', { name: 'Request', exact: true });
  return { page, dialog, request };
}

async function choose(page: Page, packageName: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Package' }).click();
  await dialog.getByRole('option', { name: packageName }).click();
}

test('the dialog shows what a package costs and screens for, and warns of nothing where nothing is wrong', async () => {
  const leadId = await harness.addLead(named('clear', 'Petra', HOME).fields);
  const { page, dialog, request } = await openDialog('Lead', leadId);
  expect(await request.isDisabled()).toBe(true);
  await choose(page, PACKAGE);
  await dialog.getByText('Price: USD 35.00').waitFor();
  await dialog.getByText('SSN trace').waitFor();
  expect(await dialog.locator('.warning').count()).toBe(0);
  expect(await request.isDisabled()).toBe(false);
  expect(await barriers(page)).toEqual([]);
});

test('an add-on is offered with its price, added to the total, and ordered with the package', async () => {
  const admin = await harness.session(ADMIN);
  const addOn = { Name: 'County search', Slug__c: 'county', Add_On__c: true, Price__c: 20, Price_Currency__c: 'USD' };
  await admin.create('Background_Check_Package__c', addOn);
  const leadId = await harness.addLead(named('clear', 'Adele', HOME).fields);
  const { page, dialog, request } = await openDialog('Lead', leadId);
  await choose(page, PACKAGE);
  await dialog.getByText('County search (USD 20.00)').click();
  await dialog.getByText('Estimated price with add-ons: USD 55.00').waitFor();
  expect(await barriers(page)).toEqual([]);
  await request.click();
  await page.getByText(/The invitation expires/).waitFor();
  const session = await harness.session();
  const { Id } = await newestCheck(session, leadId);
  expect(await fieldsOf(session, String(Id), 'Add_Ons__c', 'Price__c')).toMatchObject({
    Add_Ons__c: 'county',
    Price__c: 55,
  });
});

test('without an e-mail address nothing can be requested', async () => {
  const leadId = await harness.addLead(named('withoutEmail', 'Nils').fields);
  const { page, dialog, request } = await openDialog('Lead', leadId);
  await choose(page, PACKAGE);
  await dialog.getByText('There is no e-mail address.').waitFor();
  expect(await request.isDisabled()).toBe(true);
  expect(await barriers(page)).toEqual([]);
});

test('a valid check on file is named with the price saved, a missing state too, and neither forbids the request', async () => {
  const { leadId } = await playUntil(harness, { person: named('clear', 'Cora'), status: 'Completed' });
  const { page, dialog, request } = await openDialog('Lead', leadId);
  await choose(page, PACKAGE);
  await dialog.getByText(/is still valid and has no expiry date.* Without it you save USD.35\.00\./).waitFor();
  await dialog.getByText(/The state or the country is missing/).waitFor();
  expect(await request.isDisabled()).toBe(false);
  expect(await barriers(page)).toEqual([]);
});

test('an address shared with an open check of somebody else is named', async () => {
  const person = named('clear', 'Sonja', HOME);
  await playUntil(harness, { person, status: 'Invited' });
  const twinId = await harness.addLead({ ...person.fields, FirstName: 'Svenja' });
  const { dialog } = await openDialog('Lead', twinId);
  await dialog.getByText(/Somebody else with the same e-mail address has an open check \(BC-\d+\)/).waitFor();
});

test('somebody under age is warned of', async () => {
  const session = await harness.session();
  const contactId = await session.create('Contact', {
    ...{ FirstName: 'Mina', LastName: 'Minor', Email: 'mina.minor@example.org', Birthdate: '2015-06-01' },
    ...{ MailingState: 'CA', MailingCountry: 'US' },
  });
  const { dialog } = await openDialog('Contact', contactId);
  await dialog.getByText('This person is under 18.').waitFor();
  expect(await dialog.locator('.warning').count()).toBe(1);
});

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriers } from './barriers.ts';
import { named, PACKAGE, playUntil } from './checks-on-pages.ts';
import { NOACCESS, REQUESTER, test, useHarness } from './harness.ts';

const harness = useHarness();
const HOME = { State: 'CA', Country: 'US' };

/** The list with these people selected, after its button was clicked. */
async function startFor(username: string, list: string, names: string[]): Promise<Page> {
  const page = await harness.openPage(username, `/lightning/o/${list}/list`);
  const button = page.getByRole('button', { name: 'Request Background Checks' });
  await button.waitFor();
  expect(await button.isDisabled()).toBe(true);
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  await button.click();
  return page;
}

const bulkChecksOf = async (lookup: string, ids: string[]) => {
  const session = await harness.session();
  const rows = await session.query(
    `SELECT ${lookup}, Requested_By__r.Username, Package__r.Name FROM Background_Check__c
     WHERE Source__c = 'Bulk' AND ${lookup} IN ('${ids.join("','")}')`,
  );
  return rows.map((row) => row[lookup]);
};

test('people of the list get one package, after warnings, who is left out, and the price of them all', async () => {
  const fine = [named('clear', 'Lia', HOME), named('clear', 'Leo', HOME)];
  const ids = await Promise.all(fine.map(({ fields }) => harness.addLead(fields)));
  const silent = await harness.addLead(named('withoutEmail', 'Lou').fields);
  const afar = await harness.addLead(named('clear', 'Lena').fields);
  const { leadId: busy } = await playUntil(harness, { person: named('clear', 'Lars', HOME), status: 'Invited' });
  const names = ['Lia Clear', 'Leo Clear', 'Lou Nomail', 'Lena Clear', 'Lars Clear'];
  const page = await startFor(REQUESTER, 'Lead', names);
  await page.getByText('People selected: 5').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Package').selectOption({ label: PACKAGE });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText(`Checks to request: 2 (${PACKAGE})`).waitFor();
  await page.getByText('Total price: USD 70.00').waitFor();
  await page.getByText(/Lou Nomail has no e-mail address to invite/).waitFor();
  await page.getByText(/Lars Clear already has an open check/).waitFor();
  await page.getByText(/Lena Clear has no state or country/).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await bulkChecksOf('Lead__c', [...ids, silent, afar, busy])).toEqual([]);
  await page.getByRole('button', { name: 'Previous' }).click();
  await page.getByLabel(/Also request checks for people who live in an unknown place/).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Total price: USD 105.00').waitFor();
  await page.getByRole('button', { name: 'Request', exact: true }).click();
  await page.getByText('Background checks requested: 3').waitFor();
  expect((await bulkChecksOf('Lead__c', [...ids, silent, afar, busy])).sort()).toEqual([...ids, afar].sort());
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'Leads' }).waitFor();
});

test('Contacts are requested for in the same way', async () => {
  const session = await harness.session();
  const fields = { LastName: 'List', MailingState: 'CA', MailingCountry: 'US' };
  const ids = await Promise.all(
    ['Kim', 'Kai'].map((name) =>
      session.create('Contact', { ...fields, FirstName: name, Email: `${name}.list@example.org` }),
    ),
  );
  const page = await startFor(REQUESTER, 'Contact', ['Kim List', 'Kai List']);
  await page.getByLabel('Package').selectOption({ label: PACKAGE });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Total price: USD 70.00').waitFor();
  await page.getByRole('button', { name: 'Request', exact: true }).click();
  await page.getByText('Background checks requested: 2').waitFor();
  expect((await bulkChecksOf('Contact__c', ids)).sort()).toEqual([...ids].sort());
});

test('somebody without rights to checks is refused in words, and nothing is requested', async () => {
  const other = await harness.session(NOACCESS);
  const leadId = await other.create('Lead', { FirstName: 'Lupo', LastName: 'Locked', Company: 'Example Helpers' });
  const page = await startFor(NOACCESS, 'Lead', ['Lupo Locked']);
  await page.getByRole('alert').or(page.getByText('Nothing was requested')).first().waitFor();
  expect(await page.getByLabel('Package').count()).toBe(0);
  expect(await bulkChecksOf('Lead__c', [leadId])).toEqual([]);
});

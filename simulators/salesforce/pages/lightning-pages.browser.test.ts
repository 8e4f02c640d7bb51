import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { serveSimulator, type ServedSimulator } from '../serve-simulator.ts';
import { createParcelOrg } from './testing/parcel-org.ts';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

let browser: Browser;
let served: ServedSimulator | undefined;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [...QUIET, '--disable-component-update', '--disable-sync'],
  });
});
afterEach(async () => {
  await served?.close();
  served = undefined;
});
afterAll(() => browser.close());

/** A lead on the screen of the user; `faults` are page errors and calls to other machines. */
async function openLead(as = 'requester') {
  const org = createParcelOrg();
  const leadId = org.insert('requester', 'Lead', { FirstName: 'Ada', LastName: 'Example', Company: 'Analytical Ltd' });
  served = await serveSimulator(org.simulator);
  const { url } = served;
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) faults.push(request.url());
  });
  const answer = await page.goto(`${url}/__login?user=${as}@example.org&to=/lightning/r/Lead/${leadId}/view`, {
    timeout: 120_000,
  });
  if (!answer?.ok()) throw new Error(await page.innerText('body'));
  await page.getByRole('heading', { name: 'Ada Example' }).waitFor();
  return { ...org, page, faults, leadId, url };
}

/** What axe finds wrong with the page on the screen. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, help }) => `${id}: ${help}`))',
  );
  return found as string[];
}

const sees = (page: Page, text: string) => page.getByText(text).first().waitFor();

test('a deployed component shows its record, its label and its query, and follows what it writes itself', async () => {
  const { page, faults } = await openLead();
  await sees(page, 'Hello, Ada Example of Analytical Ltd');
  await sees(page, 'Found 1 (warm)');
  await page.getByRole('button', { name: 'Rename company' }).click();
  await sees(page, 'Hello, Ada Example of Renamed Ltd');
  await page.getByRole('status').getByText('The company has a new name.').waitFor();
  expect(faults).toEqual([]);
});

test('a record is edited; what the org refuses stands at its field until it is mended', async () => {
  const { page, org, user } = await openLead();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Company').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('We hit a snag.').waitFor();
  expect(await page.getByLabel('Company').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Company').fill('Bees');
  await page.getByLabel('Title').fill('Engineer');
  await page.getByRole('button', { name: 'Save' }).click();
  await sees(page, 'Hello, Ada Example of Bees');
  const [row] = org.queryAs(user('admin'), 'SELECT Company, Title FROM Lead');
  expect(row).toMatchObject({ Company: 'Bees', Title: 'Engineer' });
});

test('a new lead is created from the list', async () => {
  const { page, url } = await openLead();
  await page.goto(`${url}/lightning/o/Lead/list`);
  await page.getByRole('link', { name: 'New', exact: true }).click();
  await page.getByLabel('Last Name').fill('Newcomer');
  await page.getByLabel('Company').fill('Startup');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Newcomer' }).waitFor();
  await page.goto(`${url}/lightning/o/Lead/list`);
  await page.getByRole('link', { name: 'Newcomer' }).waitFor();
  await sees(page, '2 items');
});

test('a list button leads on with the ids of the selected records', async () => {
  const { page, url, leadId } = await openLead();
  await page.goto(`${url}/lightning/o/Lead/list`);
  const button = page.getByRole('button', { name: 'Pack Parcels' });
  await button.waitFor();
  expect(await button.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: 'Select Ada Example' }).check();
  await button.click();
  await page.waitForURL(/flow/);
  expect(new URL(page.url()).searchParams.get('ids')).toBe(leadId);
});

test('a lead is converted by who may convert leads; who may not has no button', async () => {
  const { page, leadId, url, org, user } = await openLead();
  const [profile] = org.queryAs(user('admin'), "SELECT Id FROM Profile WHERE Name = 'Read Only'");
  const looker = { Username: 'looker@example.org', LastName: 'Looker', ProfileId: String(profile?.['Id']) };
  org.asAutomatedProcess((work) => work.insert('User', [{ ...looker, Email: looker.Username, Alias: 'look' }]));
  await page.goto(`${url}/__login?user=${looker.Username}&to=/lightning/r/Lead/${leadId}/view`);
  await page.getByRole('heading', { name: 'Ada Example' }).waitFor();
  expect(await page.getByRole('button', { name: 'Convert' }).count()).toBe(0);
  await page.goto(`${url}/__login?user=requester@example.org&to=/lightning/r/Lead/${leadId}/view`);
  await page.getByRole('button', { name: 'Convert' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Convert', exact: true }).click();
  await page.waitForURL(/\/r\/Contact\//);
  await page.getByRole('heading', { name: 'Ada Example' }).waitFor();
});

test('the menu in the header switches the user, who sees what they may', async () => {
  const { page } = await openLead();
  await page.getByRole('link', { name: 'Parcels' }).waitFor();
  await page.getByRole('button', { name: /Switch user/ }).click();
  await page.getByText('Nora Noaccess').click();
  await page.getByRole('button', { name: /Logged in as Nora Noaccess/ }).waitFor();
  expect(await page.getByRole('link', { name: 'Parcels' }).count()).toBe(0);
});

test('a record without access tells so in plain words', async () => {
  const { insert, leadId, page, url } = await openLead('noaccess');
  const id = insert('requester', 'Parcel__c', { Lead__c: leadId });
  await page.goto(`${url}/lightning/r/Parcel__c/${id}/view`);
  await page.getByRole('alert').getByText("You don't have access to Parcels.").waitFor();
});

test('pages have no barriers that a machine can find', async () => {
  const { page, url } = await openLead('admin');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.goto(`${url}/lightning/o/Lead/list`);
  await page.getByRole('link', { name: 'Ada Example' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.goto(`${url}/lightning/setup`);
  await page.getByRole('heading', { name: 'Flows', exact: true }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Notifications' }).click();
  await sees(page, 'No notifications.');
  expect(await barriers(page)).toEqual([]);
});

test('a list of related records is read again after a write on the page', async () => {
  const { page, insert, leadId } = await openLead();
  await page.getByRole('heading', { name: 'Parcels (0)' }).waitFor();
  insert('requester', 'Parcel__c', { Lead__c: leadId });
  await page.getByRole('button', { name: 'Rename company' }).click();
  await page.getByRole('heading', { name: 'Parcels (1)' }).waitFor();
  await page.getByRole('link', { name: 'P-0001' }).click();
  await page.getByRole('heading', { name: 'P-0001' }).waitFor();
});

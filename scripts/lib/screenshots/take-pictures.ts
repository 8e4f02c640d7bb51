import type { Browser, Page } from 'playwright-core';
import { browserRequester } from '../story/browser-requester.ts';
import { people, type Person } from '../story/people.ts';
import { untilShown } from '../story/shown-status.ts';
import type { Stack } from '../stack.ts';
import type { Album } from './album.ts';

const REQUESTER = 'requester@example.org';
const REVIEWER = 'reviewer@example.org';
const PACKAGE = 'Tasker Standard';
const PHONE = 390;

/** Plays the demo's stories in the browser and keeps a picture of each page at its telling moment. */
export async function takePictures(parts: {
  stack: Stack;
  browser: Browser;
  album: Album;
  artifactFolder: string;
}): Promise<void> {
  const { stack, browser, album, artifactFolder } = parts;
  const window = await browserRequester({ browser, orgUrl: stack.orgUrl, username: REQUESTER, artifactFolder });
  const session = await stack.signIn(REQUESTER);
  const { page } = window;
  const begin = async ({ fields }: Person) => {
    const leadId = await session.create('Lead', { ...fields, State: 'CA', Country: 'US' });
    await window.openLead(leadId);
    return leadId;
  };

  const clearId = await begin(people.clear);
  await keepDialog(page, album);
  await window.requestByButton(PACKAGE);
  await untilShown(window, { status: 'Invited' });
  await album.keep('card-invited', page.locator('c-background-check-panel'));
  const phone = await album.open(REQUESTER, `/lightning/r/Lead/${clearId}/view`, PHONE);
  await phone.getByText('The invitation expires').waitFor();
  await album.keep('card-on-a-phone', phone.locator('c-background-check-panel'));
  await phone.context().close();
  await window.applyAs(people.clear.applicant);
  await untilShown(window, { status: 'Completed' });
  await page.getByRole('button', { name: 'Show results' }).click();
  await page.locator('c-background-check-results').getByRole('heading', { name: 'Screenings' }).waitFor();
  // Each card asks for itself, and this one less often than the other.
  await page
    .locator('c-cleared-on')
    .getByText(/^Cleared on this day/)
    .waitFor();
  await album.keep('lead-page', page);
  await album.keep('cleared-on', page.locator('c-cleared-on'));
  await keepUpgrade(page, album);

  await begin(people.withoutEmail);
  await window.saveCheckbox(true);
  await untilShown(window, { status: 'Error' });
  await album.keep('card-error', page.locator('c-background-check-panel'));

  await begin(people.consider);
  await window.requestByButton(PACKAGE);
  await untilShown(window, { status: 'Invited' });
  await window.applyAs(people.consider.applicant);
  await untilShown(window, { status: 'Review Required' });
  await window.close();
  await keepReview(album);
  await keepListAction(album);
  await keepListOfChecks(album);
  await keepReports(album);
}

async function keepUpgrade(page: Page, album: Album): Promise<void> {
  await page.getByRole('button', { name: 'Upgrade Check' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Package' }).click();
  await dialog.getByRole('option', { name: 'Tasker Pro' }).click();
  await dialog.getByText(/^Price: /).waitFor();
  await album.keep('upgrade', page);
  await dialog.getByRole('button', { name: 'Cancel' }).first().click();
}

async function keepReports(album: Album): Promise<void> {
  const page = await album.open(REVIEWER, '/lightning/o/Dashboard/home');
  await page.getByRole('row').getByRole('link', { name: 'Background Checks' }).click();
  await page.getByRole('article', { name: 'Checks by Status' }).getByRole('table').waitFor();
  await album.keep('dashboard', page);
  await page.getByRole('link', { name: 'View Report (Background Checks by Status)' }).click();
  await page.getByText('Total Records').waitFor();
  await album.keep('report', page);
}

async function keepListAction(album: Album): Promise<void> {
  const page = await album.open(REQUESTER, '/lightning/o/Lead/list');
  for (const name of ['Clara Clear', 'Noah Nomail', 'Conrad Consider'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await album.keep('list-of-leads', page);
  await page.getByRole('button', { name: 'Request Background Checks' }).click();
  await page.getByLabel('Package').selectOption({ label: PACKAGE });
  for (const tick of await page.getByLabel(/Also request checks/).all()) await tick.check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Total price').waitFor();
  await album.keep('list-action', page.locator('main'));
  await page.goto(new URL('/lightning/o/Lead/list', page.url()).href);
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await page.getByText('Background check completed').waitFor();
  await album.keep('notifications', page.getByRole('region', { name: 'Your notifications' }));
}

async function keepListOfChecks(album: Album): Promise<void> {
  const page = await album.open(REVIEWER, '/lightning/o/Background_Check__c/list?filterName=Open');
  await page.getByText(/Filtered by/).waitFor();
  await album.keep('list-of-checks', page);
}

async function keepDialog(page: Page, album: Album): Promise<void> {
  await page.getByRole('button', { name: 'Request Background Check' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Package' }).click();
  await dialog.getByRole('option', { name: PACKAGE }).click();
  await dialog.getByText(/^Price: /).waitFor();
  await album.keep('request', page);
  await dialog.getByRole('button', { name: 'Cancel' }).first().click();
}

async function keepReview(album: Album): Promise<void> {
  const page = await album.open(REVIEWER, '/lightning/n/Background_Check_Reviews');
  const link = page.getByRole('row').getByRole('link').first();
  await link.waitFor();
  await album.keep('review-queue', page);
  await link.click();
  await page.getByText('This check waits for your decision.').waitFor();
  await album.keep('check-page', page);
  await album.keep('timeline', page.locator('c-event-timeline'));
  await page.getByRole('button', { name: 'Finalize Review – Clear' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await album.keep('review-decision', page);
  await dialog.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Initiate Adverse Action' }).click();
  await dialog.getByText('Items to cite in the notice').waitFor();
  await album.keep('adverse-action', page);
}

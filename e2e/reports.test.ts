import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriers } from './barriers.ts';
import { named, playUntil, untilRows } from './checks-on-pages.ts';
import { NOACCESS, REQUESTER, REVIEWER, test, useHarness } from './harness.ts';

const harness = useHarness();
const LEADS = '/lightning/o/Lead/list';
const REPORTS = [
  ...['Background Checks by Status', 'Invitations about to Expire', 'Results over Time'],
  ...['Turnaround by Month', 'Waiting Reviews by Age', 'Spend by Package'],
];

/** The report, opened from the tab Reports. */
async function openReport(username: string, name: string): Promise<Page> {
  const page = await harness.openPage(username, LEADS);
  await page.getByRole('link', { name: 'Reports', exact: true }).click();
  await page.getByRole('link', { name, exact: true }).click();
  return page;
}

/** The dashboard, opened from the tab Dashboards. */
async function openDashboard(username: string): Promise<Page> {
  const page = await harness.openPage(username, LEADS);
  await page.getByRole('link', { name: 'Dashboards', exact: true }).click();
  await page.getByRole('row').getByRole('link', { name: 'Background Checks' }).click();
  await page.getByRole('heading', { name: 'Background Checks', exact: true }).waitFor();
  return page;
}

/** How many checks there are of each status, as `Status: Invited (2)`. */
async function countedByStatus(): Promise<string[]> {
  const session = await harness.session(REVIEWER);
  const rows = await session.query('SELECT Status__c FROM Background_Check__c WHERE Requested_At__c = THIS_YEAR');
  const counts = Map.groupBy(rows, (row) => String(row['Status__c']));
  return [...counts].map(([status, all]) => `Status: ${status} (${all.length})`).toSorted();
}

test('the reviewer opens each report from its tab', async () => {
  await playUntil(harness, { person: named('clear', 'Rainer'), status: 'Completed' });
  const page = await openReport(REVIEWER, REPORTS[0] ?? '');
  for (const name of REPORTS) {
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await page.getByText('Total Records').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  }
  await page.getByRole('row').filter({ hasText: 'Rainer Clear' }).waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('a report counts every check once, in its group, and its rows lead to check and person', async () => {
  await playUntil(harness, { person: named('consider', 'Rabea'), status: 'Review Required' });
  const page = await openReport(REVIEWER, 'Background Checks by Status');
  await page.getByText('Requested At: Current Calendar Year').waitFor();
  // Other checks of the shared org may still be moving: both are read until they are of one moment.
  await untilRows('the figures of the report', async () => {
    await page.reload();
    await page.getByText('Total Records').waitFor();
    const groups = await page.locator('.page-group').allInnerTexts();
    const counted = await countedByStatus();
    return groups.slice(0, -1).toSorted().join() === counted.join();
  });
  const row = page.getByRole('row').filter({ hasText: 'Rabea Consider' });
  await row.getByRole('link', { name: /^BC-/ }).click();
  await page.getByText('This check waits for your decision.').waitFor();
  await page.goBack();
  await row.getByRole('link', { name: 'Rabea Consider' }).click();
  await page.waitForURL(/\/r\/Lead\//);
});

test('the dashboard shows a chart of each report and leads to it; it fits a phone', async () => {
  await playUntil(harness, { person: named('consider', 'Rufus'), status: 'Review Required' });
  const page = await openDashboard(REVIEWER);
  const cards = page.getByRole('article');
  await cards.getByRole('table').nth(2).waitFor();
  expect(await cards.count()).toBe(REPORTS.length);
  expect(await cards.getByRole('alert').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  const waiting = page.getByRole('article', { name: 'Waiting Reviews by Day' });
  expect(await waiting.getByRole('row').count()).toBeGreaterThan(1);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.scrollingElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
  await waiting.getByRole('link', { name: 'View Report (Waiting Reviews by Age)' }).click();
  await page.getByRole('heading', { name: 'Waiting Reviews by Age' }).waitFor();
  await page.getByRole('row').filter({ hasText: 'Rufus Consider' }).waitFor();
  await page.getByRole('columnheader', { name: 'Adverse Action Status' }).waitFor();
});

test('staff see the same report without the columns that are for reviewers', async () => {
  await playUntil(harness, { person: named('consider', 'Rosalind'), status: 'Review Required' });
  const page = await openReport(REQUESTER, 'Waiting Reviews by Age');
  await page.getByRole('row').filter({ hasText: 'Rosalind Consider' }).waitFor();
  await page.getByRole('columnheader', { name: 'Requested By' }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Adverse Action Status' }).count()).toBe(0);
});

test('somebody without rights to checks is refused every report and every chart, in words', async () => {
  const page = await openReport(NOACCESS, 'Background Checks by Status');
  await page.getByRole('alert').getByText("You don't have access to Background Checks").waitFor();
  expect(await page.getByRole('row').count()).toBe(0);
  const dashboard = await openDashboard(NOACCESS);
  const refusals = dashboard.getByRole('alert').getByText("You don't have access to Background Checks");
  await refusals.nth(REPORTS.length - 1).waitFor();
  expect(await dashboard.getByRole('row').count()).toBe(0);
  expect(await barriers(dashboard)).toEqual([]);
});

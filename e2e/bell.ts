import type { Page } from 'playwright-core';
import type { Row } from '../scripts/lib/org-session.ts';
import { untilRows } from './checks-on-pages.ts';
import type { Harness } from './harness.ts';

/** The bell of that user, opened. */
export async function openBell(harness: Harness, username: string): Promise<Page> {
  const page = await harness.openPage(username, '/lightning/o/Lead/list');
  await ring(page);
  return page;
}

/** The notifications with that title about a check, in a bell that is open. */
export const notices = (page: Page, check: Row, title: string) =>
  page.getByRole('link', { name: title }).filter({ hasText: `, ${String(check['Name'])}:` });

/** Waits for the notification in the bell, then follows it to the check. */
export async function follow(harness: Harness, username: string, notice: { check: Row; title: string }): Promise<Page> {
  const page = await openBell(harness, username);
  const link = notices(page, notice.check, notice.title);
  await untilRows(`the bell to say ${notice.title}`, async () => {
    if ((await link.count()) > 0) return true;
    await page.reload();
    await ring(page);
    return false;
  });
  await link.first().click();
  await page.getByRole('heading', { name: String(notice.check['Name']) }).waitFor();
  return page;
}

/** The list is whole once the page has said that it was read. */
async function ring(page: Page): Promise<void> {
  const isRead = page.waitForResponse(/\/lightning\/notifications\/read$/);
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await isRead;
}

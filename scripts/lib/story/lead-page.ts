import type { Locator, Page } from 'playwright-core';
import { pollUntil } from '../poll-until.ts';
import { Problem } from '../problem.ts';
import type { ShownCheck } from './requester.ts';

/** Opens a Lead's page in the org, logged in as that user. */
export async function openLeadPage(
  page: Page,
  orgUrl: string,
  user: { username: string; leadId: string },
): Promise<void> {
  await page.goto(leadUrl(orgUrl, user));
  await page.getByRole('button', { name: 'Request Background Check' }).waitFor();
}

/** The address that logs in as that user and shows the Lead. */
export function leadUrl(orgUrl: string, { username, leadId }: { username: string; leadId: string }): string {
  return pageUrl(orgUrl, { username, path: `/lightning/r/Lead/${leadId}/view` });
}

/** The address that logs in as that user and goes to a page of the org. */
export function pageUrl(orgUrl: string, { username, path }: { username: string; path: string }): string {
  return `${orgUrl}/__login?${new URLSearchParams({ user: username, to: path })}`;
}

/** Clicks the button, chooses the package, confirms. @throws Problem with what the dialog says against it. */
export async function requestByButton(page: Page, packageName: string): Promise<void> {
  await page.getByRole('button', { name: 'Request Background Check' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Package' }).click();
  await dialog.getByRole('option', { name: packageName }).click();
  await dialog.getByRole('button', { name: 'Request', exact: true }).click();
  await untilClosed(dialog);
}

/** Edits the Lead, sets its checkbox and saves. @throws Problem with what the form says against it. */
export async function saveCheckbox(page: Page, isTicked: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const form = page.getByRole('article', { name: 'Details' }).locator('form');
  await setCheckbox(form.getByRole('checkbox', { name: 'Request Background Check' }), isTicked);
  await form.getByRole('button', { name: 'Save' }).click();
  await untilClosed(form);
}

/** The newest check as the card shows it. */
export async function shownCheck(page: Page): Promise<ShownCheck | undefined> {
  const summary = page.locator('c-background-check-summary');
  const status = summary.locator('dd.status');
  if ((await status.count()) === 0) return undefined;
  return { status: await status.innerText(), badges: await summary.locator('lightning-badge').allInnerTexts() };
}

/** By the keyboard: the box that is drawn lies over the one that is meant. */
async function setCheckbox(box: Locator, isTicked: boolean): Promise<void> {
  if ((await box.isChecked()) !== isTicked) await box.press('Space');
}

/** Waits until a dialog or form closes. @throws Problem with what it says instead: on top, or at the field it is about. */
export async function untilClosed(part: Locator): Promise<void> {
  const refusal = part.getByRole('alert').or(part.locator('.slds-has-error .slds-form-element__help'));
  const read = async () => {
    if ((await part.count()) === 0) return { words: [] };
    const words = await refusal.allInnerTexts();
    return words.some((text) => text.trim() !== '') && { words };
  };
  const { words } = await pollUntil(read, { what: 'the form to close or to say why not', deadlineMs: 30_000 });
  if (words.length > 0) throw new Problem(words.join(' ').trim().replace(/\s+/g, ' '));
}

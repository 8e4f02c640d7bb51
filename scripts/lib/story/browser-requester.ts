import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { submitApplication } from './application-form.ts';
import { openLeadPage, requestByButton, saveCheckbox, shownCheck } from './lead-page.ts';
import type { Requester } from './requester.ts';

/** Somebody at a browser window of their own; the pictures go to `artifactFolder`. */
export async function browserRequester(options: {
  browser: Browser;
  orgUrl: string;
  username: string;
  artifactFolder: string;
}): Promise<Requester & { page: Page }> {
  const { browser, orgUrl, username, artifactFolder } = options;
  const context = await browser.newContext({ viewport: { width: 1360, height: 1000 } });
  const page: Page = await context.newPage();
  return {
    page,
    openLead: (leadId) => openLeadPage(page, orgUrl, { username, leadId }),
    requestByButton: (packageName) => requestByButton(page, packageName),
    saveCheckbox: (isTicked) => saveCheckbox(page, isTicked),
    shownCheck: () => shownCheck(page),
    applyAs: async (applicant) => {
      const opened = context.waitForEvent('page');
      await page.getByRole('link', { name: 'Open the applicant' }).click();
      const form = await opened;
      await submitApplication(form, applicant);
      await form.close();
      await page.bringToFront();
    },
    takePicture: async (name) =>
      void (await page.screenshot({ path: join(artifactFolder, `${name}.png`), fullPage: true })),
    close: () => context.close(),
  };
}

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, inject, test as oneTest } from 'vitest';
import { startBrowser } from '../scripts/lib/browser.ts';
import { signIn, type OrgSession, type Row } from '../scripts/lib/org-session.ts';
import { browserRequester } from '../scripts/lib/story/browser-requester.ts';
import type { Requester } from '../scripts/lib/story/requester.ts';

/** Somebody at a browser window of their own. */
export type Window = Requester & { page: Page };

/** The product with a browser, for the tests of one file. */
export interface Harness {
  /** REST as that user; the requester where none is named. */
  session(username?: string): Promise<OrgSession>;
  /** A new Lead of the requester's. @returns its id. */
  addLead(fields: Row): Promise<string>;
  /** Somebody in a browser window of their own, which stays open until the file is done. */
  openWindow(username?: string): Promise<Window>;
  /** A window of that user which shows a page of the org. */
  openPage(username: string, path: string): Promise<Page>;
  /** Asks the simulated Checkr for something of its control routes: `/reports/<id>/moves`. @returns its answer. */
  moveCheckr(path: string, body: object): Promise<unknown>;
}

/** Beside the others of its file: they wait most of the time, and each has people and windows of its own. */
export const test = oneTest.concurrent;

export const REQUESTER = 'requester@example.org';
export const REVIEWER = 'reviewer@example.org';
export const NOACCESS = 'noaccess@example.org';
export const ADMIN = 'admin@example.org';

/** Opens a browser before the tests of the file and closes it after them. */
export function useHarness(): Harness {
  const { orgUrl, checkr, keys, chromium, artifactFolder } = inject('stack');
  const opening = { browser: undefined as Awaited<ReturnType<typeof startBrowser>> | undefined };
  beforeAll(async () => {
    opening.browser = await startBrowser(chromium);
  });
  afterAll(() => opening.browser?.close());
  const openWindow = (username = REQUESTER): Promise<Window> => {
    if (!opening.browser) throw new Error('a window is opened inside a test');
    return browserRequester({ browser: opening.browser, orgUrl, username, artifactFolder });
  };
  const session = (username = REQUESTER) => signIn(orgUrl, username, keys);
  return {
    session,
    openWindow,
    addLead: async (fields) => (await session()).create('Lead', { Company: 'Example Helpers', ...fields }),
    openPage: async (username, path) => {
      const { page } = await openWindow(username);
      await page.goto(`${orgUrl}/__login?${new URLSearchParams({ user: username, to: path })}`);
      return page;
    },
    moveCheckr: async (path, body) => {
      const answer = await fetch(`${checkr.dashboardUrl}/__control${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`the simulated Checkr refused ${path}: ${text}`);
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
  };
}

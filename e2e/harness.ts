import type { Page } from 'playwright-core';
import { afterAll, beforeAll, inject, test as oneTest } from 'vitest';
import { startBrowser } from '../scripts/lib/browser.ts';
import { signIn, type OrgSession, type Row } from '../scripts/lib/org-session.ts';
import { browserRequester } from '../scripts/lib/story/browser-requester.ts';
import type { Requester } from '../scripts/lib/story/requester.ts';

/** Somebody at a browser window of their own. */
export interface Window extends Requester {
  page: Page;
  /** Shows a page of the org. */
  open(path: string): Promise<void>;
}

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
  /** How many events the simulated Checkr has told about an object so far. */
  countEvents(objectId: string): Promise<number>;
  /** From now on outbound messages wait so long in the org; undefined: not at all. */
  holdMessages(delayMs: number | undefined): Promise<void>;
  /** From now on outbound messages get lost on the way, and are sent again later; or no more. */
  loseMessages(areLost: boolean): Promise<void>;
  /** Moves the clock of the org; timed paths and scheduled flows that are due then have begun. Nobody else's test may run meanwhile. */
  moveClock(change: { advanceMs: number } | { now: string }): Promise<void>;
  /** Runs a scheduled flow of the org now. */
  runFlow(name: string): Promise<void>;
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
  const openWindow = async (username = REQUESTER): Promise<Window> => {
    if (!opening.browser) throw new Error('a window is opened inside a test');
    const requester = await browserRequester({ browser: opening.browser, orgUrl, username, artifactFolder });
    const open = async (to: string) =>
      void (await requester.page.goto(`${orgUrl}/__login?${new URLSearchParams({ user: username, to })}`));
    return { ...requester, open };
  };
  /** @returns the answer. @throws Error with the simulator's words. */
  const control = async (url: string, body: object, method = 'POST'): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  const deliver = async (mode: object) => void (await control(`${orgUrl}/__control/outbound/mode`, mode, 'PUT'));
  const session = (username = REQUESTER) => signIn(orgUrl, username, keys);
  return {
    session,
    openWindow,
    addLead: async (fields) => (await session()).create('Lead', { Company: 'Example Helpers', ...fields }),
    openPage: async (username, path) => {
      const { page, open } = await openWindow(username);
      await open(path);
      return page;
    },
    moveCheckr: (path, body) => control(`${checkr.dashboardUrl}/__control${path}`, body),
    countEvents: async (objectId) => {
      const answer = await fetch(`${checkr.dashboardUrl}/__control/deliveries?object_id=${objectId}`);
      return ((await answer.json()) as { deliveries: unknown[] }).deliveries.length;
    },
    holdMessages: (delayMs) => deliver({ delayMs }),
    loseMessages: (areLost) => deliver({ drop: areLost ? Number.MAX_SAFE_INTEGER : 0 }),
    moveClock: async (change) => void (await control(`${orgUrl}/__control/clock`, change, 'PUT')),
    runFlow: async (name) => void (await control(`${orgUrl}/__control/flows/${name}/run`, {})),
  };
}

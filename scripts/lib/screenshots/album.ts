import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';

/** Takes the pictures of the documentation. */
export interface Album {
  /** Opens a page of the org as that user. */
  open(username: string, path: string, width?: number): Promise<Page>;
  /** Keeps the page, or the part of it, as `<name>.png`. */
  keep(name: string, what: Page | Locator): Promise<void>;
  /** Names of the pictures kept so far. */
  kept: string[];
}

const DESKTOP = 1360;
const HEIGHT = 900;

/** An album in the folder, which is made when needed. */
export async function createAlbum(parts: { browser: Browser; orgUrl: string; folder: string }): Promise<Album> {
  const { browser, orgUrl, folder } = parts;
  await mkdir(folder, { recursive: true });
  const kept: string[] = [];
  return {
    kept,
    open: async (username, path, width = DESKTOP) => {
      const context = await browser.newContext({ viewport: { width, height: HEIGHT }, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(`${orgUrl}/__login?${new URLSearchParams({ user: username, to: path })}`);
      return page;
    },
    keep: async (name, what) => {
      await what.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
      kept.push(name);
    },
  };
}

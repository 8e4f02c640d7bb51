import { chromium, type Browser } from 'playwright-core';

/** Starts the browser; without its sandbox, which needs rights a container or an unpacked copy has not. */
export function startBrowser(file: string, { headed = false } = {}): Promise<Browser> {
  return chromium.launch({ executablePath: file, headless: !headed, args: ['--disable-dev-shm-usage'] });
}

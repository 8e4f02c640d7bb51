import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../scripts/lib/browser.ts';
import { findChromium } from '../scripts/lib/find-chromium.ts';
import { newRun } from '../scripts/lib/new-run.ts';
import type { OrgSession, Row } from '../scripts/lib/org-session.ts';
import { Problem } from '../scripts/lib/problem.ts';
import { startRedis, type RunningRedis } from '../scripts/lib/redis.ts';
import { startStack, type Stack } from '../scripts/lib/stack.ts';
import { browserRequester } from '../scripts/lib/story/browser-requester.ts';
import type { Requester } from '../scripts/lib/story/requester.ts';

/** The whole product with a browser, for tests of what people see. */
export interface Harness {
  stack: Stack;
  /** REST as the requester. */
  session: OrgSession;
  /** A new Lead of the requester's. @returns its id. */
  addLead(fields: Row): Promise<string>;
  /** Somebody in a browser window of their own. */
  openWindow(username?: string): Promise<Requester & { page: Page }>;
  close(): Promise<void>;
}

const REQUESTER = 'requester@example.org';

/** Starts Redis, both simulators, the connector and Chromium. @throws Problem when one of them cannot be had. */
export async function startHarness(): Promise<Harness> {
  const fresh = Boolean(process.env['FRESH']);
  const run = newRun('browser-test');
  const found = await findChromium({ fresh });
  if ('missing' in found) throw new Problem(found.missing);
  const redis = await startRedis({ fresh });
  const stack = await startStack({ redisUrl: redis.url, logFolder: run.logFolder, withPages: true }).catch(
    closing(redis),
  );
  const browser = await startBrowser(found.file).catch(closing(stack, redis));
  return harnessWith({ stack, redis, browser, artifactFolder: run.artifactFolder });
}

async function harnessWith(parts: {
  stack: Stack;
  redis: RunningRedis;
  browser: Browser;
  artifactFolder: string;
}): Promise<Harness> {
  const { stack, redis, browser, artifactFolder } = parts;
  const session = await stack.signIn(REQUESTER);
  return {
    stack,
    session,
    addLead: (fields) => session.create('Lead', { Company: 'Example Helpers', ...fields }),
    openWindow: (username = REQUESTER) => browserRequester({ browser, orgUrl: stack.orgUrl, username, artifactFolder }),
    close: async () => {
      await browser.close();
      await stack.close();
      await redis.close();
    },
  };
}

/** Closes what is already there when the next part does not start. */
function closing(...parts: { close(): Promise<void> }[]): (error: unknown) => Promise<never> {
  return async (error) => {
    for (const part of parts) await part.close();
    throw error;
  };
}

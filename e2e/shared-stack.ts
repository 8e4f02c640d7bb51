import type { TestProject } from 'vitest/node';
import { findChromium } from '../scripts/lib/find-chromium.ts';
import { newRun } from '../scripts/lib/new-run.ts';
import { Problem } from '../scripts/lib/problem.ts';
import { startRedis } from '../scripts/lib/redis.ts';
import { startStack, type Stack } from '../scripts/lib/stack.ts';

/** What every browser test works with; each brings people of its own. */
export interface SharedStack extends Pick<Stack, 'orgUrl' | 'checkr' | 'keys'> {
  /** The browser's program. */
  chromium: string;
  artifactFolder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    stack: SharedStack;
  }
}

/** Reports take about a second; what is on its way can still be seen. */
const TIME_SCALE = 240;
/** What is ordered for Tasker Standard with the add-on `county`. */
const CHECKR_ADD_ONS = 'tasker_standard+county=tasker_pro';

/**
 * Starts Redis, both simulators and the connector once for all browser tests. @returns what stops them.
 * @throws Problem when one of them, or Chromium, cannot be had.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const fresh = Boolean(process.env['FRESH']);
  const { logFolder, artifactFolder } = newRun('browser-test');
  const found = await findChromium({ fresh });
  if ('missing' in found) throw new Problem(found.missing);
  const redis = await startRedis({ fresh });
  const options = {
    redisUrl: redis.url,
    logFolder,
    withPages: true,
    timeScale: TIME_SCALE,
    connectorEnv: { CHECKR_ADD_ONS },
  };
  const stack = await startStack(options).catch(async (error: unknown) => {
    await redis.close();
    throw error;
  });
  const { orgUrl, checkr, keys } = stack;
  project.provide('stack', { orgUrl, checkr, keys, chromium: found.file, artifactFolder });
  return async () => {
    await stack.close();
    await redis.close();
  };
}

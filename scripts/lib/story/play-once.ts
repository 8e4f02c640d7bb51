import { existsSync, readdirSync } from 'node:fs';
import { startBrowser } from '../browser.ts';
import { findChromium } from '../find-chromium.ts';
import { lastLines } from '../last-lines.ts';
import type { Run } from '../new-run.ts';
import { shown } from '../new-run.ts';
import { Problem, wordsFor } from '../problem.ts';
import { say, seconds } from '../say.ts';
import type { Stack } from '../stack.ts';
import { apiRequester } from './api-requester.ts';
import { browserRequester } from './browser-requester.ts';
import type { people } from './people.ts';
import { playStory } from './play-story.ts';
import type { Requester } from './requester.ts';
import { createSteps } from './steps.ts';

const USERNAME = 'requester@example.org';

/**
 * Plays the story without a person: in Chromium where there is one, else through the UI API, and says which.
 * @throws Problem at the first step that does not happen; a picture of that moment is kept.
 */
export async function playOnce(options: {
  stack: Stack;
  leads: Record<keyof typeof people, string>;
  run: Run;
  fresh: boolean;
  headed: boolean;
}): Promise<void> {
  const { stack, leads, run } = options;
  const started = performance.now();
  const session = await stack.signIn(USERNAME);
  const { ats } = stack;
  if (!ats) throw new Problem('The story needs an applicant tracking system.');
  const { requester, close } = await chooseRequester(options);
  try {
    await Promise.race([playStory({ requester, session, leads, ats, step: createSteps() }), stack.failed]);
    say(`\nEvery step happened, in ${seconds(performance.now() - started)}. ${picturesOf(run)}`);
  } catch (error) {
    await requester.takePicture('failed').catch(() => undefined);
    throw new Problem([wordsFor(error), picturesOf(run), ...lastWords(stack)].join('\n'));
  } finally {
    await close();
  }
}

/** Where the pictures are, if any were taken. */
function picturesOf({ artifactFolder }: Run): string {
  if (!existsSync(artifactFolder)) return 'There are no pictures.';
  return `${readdirSync(artifactFolder).length} pictures: ${shown(artifactFolder)}`;
}

/** The end of each program's log. */
function lastWords({ programs }: Stack): string[] {
  const running = Object.values(programs).filter((program) => program !== undefined);
  return running.map(({ name, logFile }) => `${name}, last lines of ${shown(logFile)}\n${lastLines(logFile, 3)}`);
}

async function chooseRequester(
  options: Parameters<typeof playOnce>[0],
): Promise<{ requester: Requester; close(): Promise<void> }> {
  const { stack, run, fresh, headed } = options;
  const found = await findChromium({ fresh });
  if ('missing' in found) {
    say(`\nWithout a browser: ${found.missing} The UI API is called instead, and there are no pictures.`);
    return { requester: apiRequester(await stack.signIn(USERNAME)), close: () => Promise.resolve() };
  }
  say(`\nIn Chromium (${shown(found.file).startsWith('..') ? found.file : shown(found.file)})`);
  const browser = await startBrowser(found.file, { headed });
  const requester = await browserRequester({
    ...{ browser, orgUrl: stack.orgUrl, username: USERNAME, artifactFolder: run.artifactFolder },
  });
  return { requester, close: () => browser.close() };
}

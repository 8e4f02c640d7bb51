import { join } from 'node:path';
import { startBrowser } from './lib/browser.ts';
import { findChromium } from './lib/find-chromium.ts';
import { interruption } from './lib/interruption.ts';
import { newRun, shown } from './lib/new-run.ts';
import { Problem, wordsFor } from './lib/problem.ts';
import { projectRoot } from './lib/project-root.ts';
import { startRedis } from './lib/redis.ts';
import { say } from './lib/say.ts';
import { createAlbum } from './lib/screenshots/album.ts';
import { takePictures } from './lib/screenshots/take-pictures.ts';
import { startStack } from './lib/stack.ts';

const FOLDER = join(projectRoot, 'docs', 'images');
const fresh = Boolean(process.env['FRESH']);
const opened: { close(): Promise<void> }[] = [];

process.exitCode = await main();

/** Makes the pictures of the documentation anew, from a demo of its own. */
async function main(): Promise<number> {
  const interrupted = interruption();
  try {
    const ending = await Promise.race([makePictures(), interrupted]);
    return ending === 'interrupted' ? 130 : 0;
  } catch (error) {
    say(`\n${wordsFor(error)}`);
    return 1;
  } finally {
    for (const part of opened.reverse()) await part.close();
  }
}

async function makePictures(): Promise<void> {
  const run = newRun('screenshots');
  const found = await findChromium({ fresh });
  if ('missing' in found) throw new Problem(found.missing);
  const redis = await startRedis({ fresh });
  opened.push(redis);
  const stack = await startStack({ redisUrl: redis.url, logFolder: run.logFolder, withPages: true });
  opened.push(stack);
  const browser = await startBrowser(found.file);
  opened.push(browser);
  const album = await createAlbum({ browser, orgUrl: stack.orgUrl, folder: FOLDER });
  await Promise.race([takePictures({ stack, browser, album, artifactFolder: run.artifactFolder }), stack.failed]);
  say(`${album.kept.length} pictures in ${shown(FOLDER)}: ${album.kept.join(', ')}`);
}

import { chromium } from 'playwright-core';
import type { ChromiumSearch } from './chromium-search.ts';
import { hasDebianPackages } from './debian-packages.ts';
import { findOnPath, isProgram } from './find-on-path.ts';
import { runCommand } from './run-command.ts';
import { unpackedChromium } from './unpacked-chromium.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const HOW = 'install Chromium or Google Chrome, or set CHROMIUM_PATH to one';

/**
 * A Chromium: CHROMIUM_PATH, else the machine's own, else Debian's package unpacked into `.cache/chromium`. With
 * `fresh` the machine's own comes last.
 */
export async function findChromium({ fresh }: { fresh: boolean }): Promise<ChromiumSearch> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return (await firstThatStarts([given])) ?? { missing: `CHROMIUM_PATH (${given}) does not start: ${HOW}.` };
  const own = await firstThatStarts(installed());
  if (own && !fresh) return own;
  const ours = hasDebianPackages()
    ? await unpackedChromium(HOW)
    : { missing: `There is no Chromium on this machine: ${HOW}.` };
  return 'missing' in ours && own ? own : ours;
}

async function firstThatStarts(files: string[]): Promise<{ file: string } | undefined> {
  for (const file of files) {
    if ((await runCommand(file, ['--version'])).code === 0) return { file };
  }
  return undefined;
}

function installed(): string[] {
  const onPath = NAMES.flatMap((name) => findOnPath([name]) ?? []);
  return [...onPath, ...[...ON_A_MAC, chromium.executablePath()].filter(isProgram)];
}

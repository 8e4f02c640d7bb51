import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChromiumSearch } from './chromium-search.ts';
import { unpackPackages } from './debian-packages.ts';
import { isProgram } from './find-on-path.ts';
import { libraryPath, missingLibraries } from './private-libraries.ts';
import { wordsFor } from './problem.ts';
import { cachePath } from './project-root.ts';
import { runCommand } from './run-command.ts';
import { say, withTicker } from './say.ts';

/** Starts the browser with the libraries, and where the machine has none the fonts, that were unpacked with it. */
const STARTER = `#!/bin/sh
root=$(cd "$(dirname "$0")" && pwd)
for folder in "$root"/usr/lib/*-linux-* "$root"/lib/*-linux-* "$root"/usr/lib/*-linux-*/pulseaudio; do
  [ -d "$folder" ] && LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$folder"
done
export LD_LIBRARY_PATH
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$root/fonts.conf"
exec "$root/usr/lib/chromium/chromium" "$@"
`;
const FONTS = '<fontconfig><dir prefix="relative">usr/share/fonts</dir></fontconfig>\n';

/**
 * Debian's Chromium unpacked into `.cache/chromium`; where that does not start and we are root, the package is
 * installed instead. `how` ends the sentence that says there is none.
 */
export async function unpackedChromium(how: string): Promise<ChromiumSearch> {
  const root = cachePath('chromium');
  const program = join(root, 'usr', 'lib', 'chromium', 'chromium');
  try {
    if (!existsSync(root)) {
      say('Unpacking Chromium into .cache/chromium (about 120 MB to fetch)');
      await withTicker(unpackPackages({ names: ['chromium', 'chromium-common'], into: root }));
    }
  } catch (error) {
    return installedAsRoot(`Chromium could not be unpacked (${wordsFor(error)}): ${how}.`);
  }
  const missing = isProgram(program) ? await missingLibraries(program, libraryPath(root)) : ['its program'];
  if (missing.length > 0) return installedAsRoot(`The unpacked Chromium lacks ${missing.join(', ')}: ${how}.`);
  await writeFile(join(root, 'fonts.conf'), FONTS);
  const file = join(root, 'start-chromium');
  await writeFile(file, STARTER, { mode: 0o755 });
  return { file };
}

async function installedAsRoot(otherwise: string): Promise<ChromiumSearch> {
  if (process.getuid?.() !== 0) return { missing: otherwise };
  say('Installing the Chromium package of this system');
  await withTicker(runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']));
  const file = '/usr/bin/chromium';
  return (await runCommand(file, ['--version'])).code === 0 ? { file } : { missing: otherwise };
}

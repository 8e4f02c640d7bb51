import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { customLabelFiles } from './custom-labels.ts';
import { packageVersion } from './package-version.ts';

const PACKAGES = ['lwc', '@lwc/rollup-plugin', 'lightning-base-components', 'rollup', 'typescript'];
const OWN_SOURCES = dirname(import.meta.dirname);

/** One hash of everything a bundle is made of: components, labels, the page's own modules, the compilers. */
export function bundleHash(lwcDirectories: string[]): string {
  const hash = createHash('sha256');
  const own = ['browser', 'bundle'].map((name) => join(OWN_SOURCES, name));
  const files = [...[...lwcDirectories, ...own].flatMap(filesIn), ...customLabelFiles(lwcDirectories)];
  for (const path of files) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  for (const name of PACKAGES) hash.update(`${packageVersion(name)}\n`);
  return hash.digest('hex').slice(0, 20);
}

function filesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/__(tests|mocks)__/.test(entry.parentPath) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

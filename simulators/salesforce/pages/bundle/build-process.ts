import { existsSync, renameSync, rmSync } from 'node:fs';
import { buildBundle } from './build-bundle.ts';

/* Child process: node build-process.ts <target directory> <lwc directory>… Bundling would block the org's APIs. */
const [target = '', ...lwcDirectories] = process.argv.slice(2);
// Another process may build the same: each builds aside, and the first to finish names it.
const aside = `${target}.${process.pid}`;
try {
  await buildBundle(lwcDirectories, aside);
  if (!existsSync(target)) renameSync(aside, target);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(aside, { recursive: true, force: true });
}

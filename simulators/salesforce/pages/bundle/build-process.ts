import { existsSync, renameSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { buildBundle } from './build-bundle.ts';

/* Child process: node build-process.ts <target directory> <lwc directory>… Bundling would block the org's APIs. */
const [target = '', ...lwcDirectories] = process.argv.slice(2);
// Another process may build the same: each builds aside, and the first to finish names it.
const aside = `${target}.${process.pid}`;
try {
  await buildBundle(lwcDirectories, aside);
  if (!existsSync(target)) renameSync(aside, target);
} catch (error) {
  process.stderr.write(explained(error));
  process.exitCode = 1;
} finally {
  rmSync(aside, { recursive: true, force: true });
}

/** The message with the file it is about, which compilers put beside it. */
function explained(error: unknown): string {
  const {
    message = String(error),
    id,
    loc,
  } = error as { message?: string; id?: string; loc?: { file?: string; line?: number } };
  const file = loc?.file ?? id;
  if (!file || message.includes(file)) return message;
  return `${relative(`${aside}/modules`, file)}${loc?.line ? `:${loc.line}` : ''}: ${message}`;
}

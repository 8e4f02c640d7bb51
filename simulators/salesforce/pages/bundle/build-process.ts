import { buildBundle } from './build-bundle.ts';

/* Child process: node build-process.ts <target directory> <lwc directory>… Bundling would block the org's APIs. */
const [target = '', ...lwcDirectories] = process.argv.slice(2);
try {
  await buildBundle(lwcDirectories, target);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

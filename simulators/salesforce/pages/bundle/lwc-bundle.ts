import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { bundleHash } from './bundle-hash.ts';
import { projectDirectory } from './project-directory.ts';

export interface BundleOptions {
  /** Directories of deployed components (`…/lwc`); asked again for every page, since a deploy may change them. */
  lwcDirectories: () => string[];
  /** Where bundles are kept by their hash; must be inside the checkout, next to its packages. */
  cacheDirectory?: string;
  /** Gets one line when a build starts and one when it ends. */
  log?: (line: string) => void;
}

/** The browser bundle of what is deployed right now. */
export interface LwcBundle {
  /**
   * Directory of the built files, `main.js` among them; built when nothing fits in the cache.
   * @throws Error with the compiler's words, naming the component.
   */
  ready(): Promise<{ hash: string; assets: string }>;
}

/** Builds in a child process, once per state of the sources. */
export function createLwcBundle(options: BundleOptions): LwcBundle {
  const cache = options.cacheDirectory ?? join(projectDirectory, '.cache/lwc');
  const log = options.log ?? ((line) => process.stderr.write(`${line}\n`));
  const builds = new Map<string, Promise<void>>();
  return {
    async ready() {
      const lwcDirectories = options.lwcDirectories();
      const hash = bundleHash(lwcDirectories);
      const directory = join(cache, hash);
      if (!existsSync(directory) || builds.has(hash)) {
        const build = builds.get(hash) ?? timed(log, () => runBuild(directory, lwcDirectories));
        builds.set(hash, build);
        await build.finally(() => builds.delete(hash));
      }
      return { hash, assets: join(directory, 'assets') };
    },
  };
}

async function timed(log: (line: string) => void, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  log('lightning pages: bundling the components');
  await work();
  log(`lightning pages: bundled in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function runBuild(target: string, lwcDirectories: string[]): Promise<void> {
  const script = join(import.meta.dirname, 'build-process.ts');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, target, ...lwcDirectories], (error, _stdout, stderr) => {
      if (error) reject(new Error(stderr.trim() || error.message));
      else resolve();
    });
  });
}

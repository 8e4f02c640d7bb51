import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App, Slug, Tell } from '../platform/app.ts';
import { buildNode } from './node-buildpack.ts';
import { readProcfile } from './procfile.ts';
import { applySlugignore } from './slugignore.ts';

/** A commit with where git finds what was pushed: it is not in the repository until the hook has agreed. */
export interface PushedCommit {
  commit: string;
  objects: Record<string, string>;
}

/** A commit made into what dynos run: fresh checkout, `.slugignore`, buildpack, Procfile. @throws Error */
export async function buildSlug(app: App, pushed: PushedCommit, tell: Tell): Promise<Slug> {
  const { commit } = pushed;
  const folder = join(app.folder, 'slugs', `${commit.slice(0, 8)}-${app.releases.length}`);
  mkdirSync(folder, { recursive: true });
  checkOut(app.gitFolder, pushed, folder);
  tell(`-----> Building on the ${app.stack} stack`);
  applySlugignore(folder);
  tell('-----> Node.js app detected');
  await buildNode(folder, app.config, tell);
  tell('-----> Discovering process types');
  const procfile = join(folder, 'Procfile');
  if (!existsSync(procfile)) throw new Error('without a Procfile: not simulated');
  const processTypes = readProcfile(readFileSync(procfile, 'utf8'));
  tell(`       Procfile declares types -> ${Object.keys(processTypes).toSorted().join(', ')}`);
  return { folder, commit, processTypes };
}

/** Nothing of the developer's folder: what the commit holds and no more. */
function checkOut(gitFolder: string, { commit, objects }: PushedCommit, folder: string): void {
  const env = { ...process.env, ...objects };
  const archive = execFileSync('git', ['--git-dir', gitFolder, 'archive', commit], { env, maxBuffer: 1024 ** 3 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
}

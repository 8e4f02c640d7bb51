import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { minimatch } from 'minimatch';

/**
 * Removes from a fresh checkout what its `.slugignore` names, before any buildpack runs: npm never sees those files.
 * @returns the paths removed. @throws Error for a negated pattern, which Heroku does not know.
 */
export function applySlugignore(folder: string): string[] {
  const file = join(folder, '.slugignore');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const patterns = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const negated = patterns.find((pattern) => pattern.startsWith('!'));
  if (negated) throw new Error(`.slugignore does not support negated patterns: ${negated}`);
  const isNamed = (path: string) => patterns.some((pattern) => fits(path, pattern));
  const removed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isNamed);
  for (const path of removed) rmSync(join(folder, path), { recursive: true, force: true });
  return removed;
}

/** As in .gitignore: with a slash from the root, without one at any depth. */
function fits(path: string, pattern: string): boolean {
  const bare = pattern.replace(/\/$/, '');
  const anchored = bare.includes('/') ? bare.replace(/^\//, '') : `**/${bare}`;
  return minimatch(path, anchored, { dot: true });
}

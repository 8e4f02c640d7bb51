import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json, absolute. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the checkout's private, git-ignored cache. */
export const cachePath = (...parts: string[]): string => join(projectRoot, '.cache', ...parts);

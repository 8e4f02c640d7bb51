import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cachePath, projectRoot } from './project-root.ts';

/** The folders of one run of a script. */
export interface Run {
  /** `demo-20261120-161200-4711`: sorts by time, and two runs side by side do not meet. */
  id: string;
  /** Absolute, there already. */
  logFolder: string;
  /** Absolute; made when the first thing is put there that a person wants to look at. */
  artifactFolder: string;
}

/** Begins a run of the script called `name`. */
export function newRun(name: string): Run {
  const stamp = new Date().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const id = `${name}-${stamp}-${process.pid}`;
  const run = { id, logFolder: cachePath('logs', id), artifactFolder: join(projectRoot, 'artifacts', id) };
  mkdirSync(run.logFolder, { recursive: true });
  return run;
}

/** A path as a person in the project's root would type it. */
export const shown = (path: string): string => relative(projectRoot, path);

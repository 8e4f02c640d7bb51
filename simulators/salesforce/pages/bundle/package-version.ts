import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from './project-directory.ts';

/** `name@version` of an installed package. */
export function packageVersion(name: string): string {
  const path = join(projectDirectory, 'node_modules', name, 'package.json');
  return `${name}@${(JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version}`;
}

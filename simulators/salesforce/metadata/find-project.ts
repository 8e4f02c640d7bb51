import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder at or above `directory` that holds an `sfdx-project.json`; undefined when there is none. */
export function findProject(directory: string): string | undefined {
  if (existsSync(join(directory, 'sfdx-project.json'))) return directory;
  const parent = dirname(directory);
  return parent === directory ? undefined : findProject(parent);
}

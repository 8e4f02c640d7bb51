import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { parseXml, textOf } from '../../metadata/xml.ts';

/** One Lightning web component bundle as deployed. */
export interface ComponentSource {
  name: string;
  directory: string;
  /** May stand on pages by itself; the others are only used by components. */
  isExposed: boolean;
}

const NOT_COMPONENTS = new Set(['__tests__', '__mocks__', 'jsconfig.json', 'tsconfig.json', '.eslintrc.json']);

/** Every component of the directories, by name. @throws Error naming a component that stands in two of them. */
export function findComponentSources(lwcDirectories: string[]): ComponentSource[] {
  const found = lwcDirectories.flatMap(componentsOf);
  const byName = new Map<string, ComponentSource>();
  for (const component of found) {
    const other = byName.get(component.name);
    if (other) throw new Error(`Component ${component.name} is in ${other.directory} and in ${component.directory}`);
    byName.set(component.name, component);
  }
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function componentsOf(lwcDirectory: string): ComponentSource[] {
  if (!existsSync(lwcDirectory)) return [];
  return readdirSync(lwcDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_COMPONENTS.has(entry.name))
    .map((entry) => {
      const directory = join(lwcDirectory, entry.name);
      return { name: entry.name, directory, isExposed: isExposed(entry.name, directory) };
    });
}

function isExposed(name: string, directory: string): boolean {
  const path = join(directory, `${name}.js-meta.xml`);
  if (!existsSync(path)) throw new Error(`${path} is missing: every component needs its configuration file`);
  return textOf(parseXml(readFileSync(path, 'utf8'), path), 'isExposed') === 'true';
}

import { existsSync, readFileSync } from 'node:fs';
import type { Component, Problem } from './component.ts';
import { componentName } from './component.ts';
import { readBundleFiles } from './bundle-files.ts';
import { identifyFile } from './identify-file.ts';
import { listFiles } from './list-files.ts';
import { createReplace, type Replace } from './replacements.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** The components of some package directories, and what could not be read. */
export interface Source {
  components: Component[];
  problems: Problem[];
}

/**
 * Reads package directories in source format.
 * `project` is the folder of the `sfdx-project.json` whose replacements apply, filled from `env`.
 * Nothing is skipped: whatever the org does not know is a problem.
 */
export function readSource(directories: string[], options: { env: Record<string, string>; project?: string }): Source {
  const replace = createReplace(options.project, options.env);
  const source: Source = { components: [], problems: [] };
  for (const directory of directories) {
    if (!existsSync(directory)) source.problems.push(missing(directory));
    else listFiles(directory).forEach((path) => readFile(path, replace, source));
  }
  source.problems.push(...duplicates(source.components));
  return source;
}

function missing(path: string): Problem {
  return { path, component: 'package directory', message: 'no such folder; give the path of a package directory' };
}

function readFile(path: string, replace: Replace, source: Source): void {
  const file = identifyFile(path);
  if (file.kind === 'part') return;
  if (file.kind === 'unknown') {
    source.problems.push({ path, component: 'unknown', message: file.message });
    return;
  }
  try {
    const element = parseXml(replace(path, readFileSync(path, 'utf8')), path);
    checkRoot(file.root ?? file.type, element);
    const files = file.type === 'LightningComponentBundle' ? { files: readBundleFiles(path) } : {};
    source.components.push(
      { type: file.type, fullName: file.fullName, path, element, ...files },
      ...labelsOf(file.type, path, element),
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    source.problems.push({ path, component: componentName(file), message });
  }
}

/** @throws Error when the root element is not the one of its type. */
export function checkRoot(type: string, element: XmlElement): void {
  if (element.name !== type) throw new Error(`root element is ${element.name}; a ${type} starts with <${type}>`);
}

/** The single labels of a file of labels. */
export function labelsOf(type: string, path: string, element: XmlElement): Component[] {
  if (type !== 'CustomLabels') return [];
  return element.children.map((label) => ({
    type: 'CustomLabel',
    fullName: label.children.find((child) => child.name === 'fullName')?.text ?? '',
    path,
    element: label,
  }));
}

/** A problem for every component that is there twice. */
export function duplicates(components: Component[]): Problem[] {
  const seen = new Map<string, string>();
  return components.flatMap((component) => {
    const name = componentName(component);
    const first = seen.get(name);
    seen.set(name, component.path);
    return first ? [{ path: component.path, component: name, message: `is already defined in ${first}` }] : [];
  });
}

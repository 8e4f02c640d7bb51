import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { projectRoot } from '../lib/project-root.ts';

/** An element of metadata: child elements by name, repeated ones as lists where they are asked for with `listOf`. */
export type Element = Record<string, unknown>;

/** One metadata file of force-app. */
export interface MetadataFile {
  /** From the project's root. */
  path: string;
  /** Its name without the endings: the API name. */
  name: string;
  /** Of its folder; for parts of an object the object's. */
  owner: string;
  /** What its root element holds. */
  root: Element;
  text: string;
}

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true });

/** Every file of force-app with this ending before `-meta.xml`, such as `field`. */
export function metadataFiles(ending: string): MetadataFile[] {
  const paths = globSync(`force-app/**/*.${ending}-meta.xml`, { cwd: projectRoot }).toSorted();
  return paths.map((path) => {
    const text = readFileSync(join(projectRoot, path), 'utf8');
    const document = parser.parse(text) as Record<string, Element>;
    const root = Object.entries(document).find(([tag]) => tag !== '?xml')?.[1] ?? {};
    return { path, name: decodeURIComponent(basename(path, `.${ending}-meta.xml`)), owner: ownerOf(path), root, text };
  });
}

/** Child elements of that name, none or one or many. */
export function listOf(element: Element, name: string): Element[] {
  const value = element[name];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]) as Element[];
}

/** The texts of child elements of that name. */
export function textsOf(element: Element, name: string): string[] {
  return listOf(element, name).map(String);
}

/** The source of every Lightning Web Component but for its tests, by path. */
export function componentSources(ending: 'ts' | 'html'): Map<string, string> {
  const paths = globSync(`force-app/**/lwc/*/*.${ending}`, { cwd: projectRoot });
  return new Map(paths.map((path) => [path, readFileSync(join(projectRoot, path), 'utf8')]));
}

function ownerOf(path: string): string {
  const folders = path.split('/');
  const objects = folders.indexOf('objects');
  return folders[objects === -1 ? folders.length - 2 : objects + 1] ?? '';
}

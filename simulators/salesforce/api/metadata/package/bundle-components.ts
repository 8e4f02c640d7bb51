import { dirname } from 'node:path';
import { componentName, type Component, type Problem } from '../../../metadata/component.ts';
import type { Source } from '../../../metadata/read-source.ts';
import { parseXml } from '../../../metadata/xml.ts';

/** One file of a bundle: `type` and `fullName` are the bundle's, `file` is its path inside it. */
export interface BundleFile {
  type: string;
  fullName: string;
  file: string;
  path: string;
  text: string;
}

/** The bundles these files make up; one without its `.js-meta.xml` is a problem. */
export function bundleComponents(files: BundleFile[]): Source {
  const bundles = Map.groupBy(files, componentName);
  const source: Source = { components: [], problems: [] };
  for (const bundle of bundles.values()) {
    const read = readBundle(bundle);
    if ('message' in read) source.problems.push(read);
    else source.components.push(read);
  }
  return source;
}

function readBundle(files: BundleFile[]): Component | Problem {
  const { type = '', fullName = '', path = '' } = files[0] ?? {};
  const metaFile = `${fullName}.js-meta.xml`;
  const meta = files.find(({ file }) => file === metaFile);
  if (!meta) {
    const component = componentName({ type, fullName });
    return { path: dirname(path), component, message: `The bundle has no ${metaFile}` };
  }
  try {
    const element = parseXml(meta.text, meta.path);
    if (element.name !== type) throw new Error(`root element is ${element.name}; a ${type} starts with <${type}>`);
    return { type, fullName, path: meta.path, element, files: new Map(files.map(({ file, text }) => [file, text])) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { path: meta.path, component: componentName({ type, fullName }), message };
  }
}

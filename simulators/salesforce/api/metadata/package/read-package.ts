import { join } from 'node:path';
import { componentName, type Component, type Problem } from '../../../metadata/component.ts';
import { checkRoot, duplicates, type Source } from '../../../metadata/read-source.ts';
import { parseXml } from '../../../metadata/xml.ts';
import { bundleComponents, type BundleFile } from './bundle-components.ts';
import { checkMembers } from './check-members.ts';
import { identifyEntry } from './identify-entry.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { partsOf } from './parts-of.ts';
import type { PackageFiles } from './unpack-zip.ts';

/**
 * The components of a package in metadata format: the same ones `readSource` gives for the same package in source
 * format. `folder` is where its files will lie; paths of components and problems start with it.
 */
export function readPackage(files: PackageFiles, folder: string): Source {
  const source: Source = { components: [], problems: [] };
  const manifest = attempt(source, { path: join(folder, 'package.xml'), component: 'package.xml' }, () =>
    readManifest(textOf(files, 'package.xml')),
  );
  if (!manifest) return source;
  const bundleFiles: BundleFile[] = [];
  const unread: string[] = [];
  for (const path of files.keys()) {
    const entry = identifyEntry(path);
    const at = { path: join(folder, path), component: 'unknown' };
    if (entry.kind === 'unknown') source.problems.push({ ...at, message: entry.message });
    if (entry.kind === 'bundle') bundleFiles.push({ ...entry, path: at.path, text: textOf(files, path) });
    if (entry.kind !== 'component') continue;
    const component = componentName(entry);
    const found = attempt(source, { ...at, component }, () => readFile(entry, at.path, textOf(files, path)));
    if (found) addNamed(source, manifest, { path: at.path, component, found });
    else unread.push(component);
  }
  const bundles = bundleComponents(bundleFiles);
  source.problems.push(...bundles.problems);
  unread.push(...bundles.problems.map(({ component }) => component));
  for (const bundle of bundles.components)
    addNamed(source, manifest, { path: bundle.path, component: componentName(bundle), found: [bundle] });
  source.problems.push(...checkMembers(manifest, source.components, { folder, unread }));
  source.problems.push(...duplicates(source.components));
  return source;
}

function readFile(file: { type: string; fullName: string; root?: string }, path: string, text: string): Component[] {
  const element = parseXml(text, path);
  checkRoot(file.root ?? file.type, element);
  return partsOf({ type: file.type, fullName: file.fullName, path, element });
}

/** Of a file only what package.xml names is deployed; a file nothing of which is named is a mistake. */
function addNamed(
  source: Source,
  manifest: Manifest,
  file: { path: string; component: string; found: Component[] },
): void {
  const [whole] = file.found;
  if (!whole) return;
  const isWhole = manifest.names(whole.type, whole.fullName);
  const wanted = isWhole ? file.found : file.found.filter(({ type, fullName }) => manifest.names(type, fullName));
  if (wanted.length === 0)
    source.problems.push({ path: file.path, component: file.component, message: 'Not in package.xml' });
  source.components.push(...wanted);
}

function attempt<T>(source: Source, at: Pick<Problem, 'path' | 'component'>, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    source.problems.push({ ...at, message: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

function textOf(files: PackageFiles, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

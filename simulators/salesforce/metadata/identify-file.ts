import { basename, dirname, sep } from 'node:path';
import { BUNDLE_TYPES, FOLDERED_TYPES, OBJECT_CHILD_TYPES, TOP_LEVEL_TYPES } from './metadata-types.ts';

/** What a file of a package directory is: a component's own file, part of a bundle, or something the org refuses. */
export type FileKind =
  | {
      kind: 'component';
      type: string;
      fullName: string;
      /** The root element, where it is not the type. */ root?: string;
    }
  | { kind: 'part' }
  | { kind: 'unknown'; message: string };

const PART: FileKind = { kind: 'part' };

/** Tells by folder and ending what a file is, as the Metadata API's source format lays it out. */
export function identifyFile(path: string): FileKind {
  const folders = dirname(path).split(sep);
  const file = basename(path);
  if (folders.at(-2) === 'objects') return objectFile(folders.at(-1) ?? '', file);
  if (folders.at(-3) === 'objects') return objectChildFile(folders.at(-2) ?? '', folders.at(-1) ?? '', file);
  const bundle = BUNDLE_TYPES.find(({ folder }) => folders.includes(folder));
  if (bundle) return bundleFile(bundle, folders.at(-1) ?? '', file);
  const foldered = folderedFile(folders, file);
  if (foldered) return foldered;
  const type = TOP_LEVEL_TYPES.find(({ folder }) => folders.at(-1) === folder);
  if (!type) return unknown(`folder ${folders.at(-1) ?? ''} holds no metadata type this org knows`);
  return named(type.type, file, type.suffix);
}

/** A report or dashboard is named with its folder: `Sales/Won_Deals`. */
function folderedFile(folders: string[], file: string): FileKind | undefined {
  const parent = FOLDERED_TYPES.find(({ folder }) => folders.at(-1) === folder);
  if (parent) {
    const folder = named(parent.type, file, parent.folderSuffix);
    return folder.kind === 'component' ? { ...folder, root: parent.folderRoot } : folder;
  }
  const type = FOLDERED_TYPES.find(({ folder }) => folders.at(-2) === folder);
  const found = type && named(type.type, file, type.suffix);
  return found?.kind === 'component' ? { ...found, fullName: `${folders.at(-1)}/${found.fullName}` } : found;
}

function objectFile(object: string, file: string): FileKind {
  return file === `${object}.object-meta.xml`
    ? { kind: 'component', type: 'CustomObject', fullName: object }
    : unknown(`${file} is not the file of object ${object}; expected ${object}.object-meta.xml`);
}

function objectChildFile(object: string, folder: string, file: string): FileKind {
  const type = OBJECT_CHILD_TYPES.find((known) => known.folder === folder);
  if (!type) return unknown(`folder ${folder} of object ${object} holds no metadata type this org knows`);
  const found = named(type.type, file, type.suffix);
  return found.kind === 'component' ? { ...found, fullName: `${object}.${found.fullName}` } : found;
}

function bundleFile(
  { type, folder, suffix }: { type: string; folder: string; suffix: string },
  name: string,
  file: string,
): FileKind {
  const isMeta = name !== folder && file === `${name}.${suffix}-meta.xml`;
  return isMeta ? { kind: 'component', type, fullName: name } : PART;
}

function named(type: string, file: string, suffix: string): FileKind {
  const ending = `.${suffix}-meta.xml`;
  if (!file.endsWith(ending)) return unknown(`${file} is not a ${type}; expected a file ending in ${ending}`);
  return { kind: 'component', type, fullName: decodeURIComponent(file.slice(0, -ending.length)) };
}

function unknown(message: string): FileKind {
  return { kind: 'unknown', message };
}

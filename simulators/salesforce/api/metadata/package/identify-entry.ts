import { BUNDLE_TYPES, FOLDERED_TYPES, TOP_LEVEL_TYPES } from '../../../metadata/metadata-types.ts';

/** What an entry of a package in metadata format is. */
export type EntryKind =
  | { kind: 'manifest' }
  | {
      kind: 'component';
      type: string;
      fullName: string;
      /** The root element, where it is not the type. */ root?: string;
    }
  | { kind: 'bundle'; type: string; fullName: string; file: string }
  | { kind: 'unknown'; message: string };

const TYPES = [...TOP_LEVEL_TYPES, ...FOLDERED_TYPES, { type: 'CustomObject', folder: 'objects', suffix: 'object' }];

/** Tells by folder and ending what an entry is, as the Metadata API lays a package out. */
export function identifyEntry(path: string): EntryKind {
  if (path === 'package.xml') return { kind: 'manifest' };
  const [folder = '', ...rest] = path.split('/');
  if (rest.length === 0) return { kind: 'unknown', message: `${path} is not known to this org in a package` };
  const bundle = BUNDLE_TYPES.find((type) => type.folder === folder);
  if (bundle) {
    const [fullName = '', ...file] = rest;
    return { kind: 'bundle', type: bundle.type, fullName, file: file.join('/') };
  }
  const parent = FOLDERED_TYPES.find((candidate) => candidate.folder === folder);
  const folderName = /^([^/]+)-meta\.xml$/.exec(rest.join('/'))?.[1];
  if (parent && folderName !== undefined)
    return { kind: 'component', type: parent.type, fullName: folderName, root: parent.folderRoot };
  const type = TYPES.find((candidate) => candidate.folder === folder);
  if (!type) return { kind: 'unknown', message: `folder ${folder} holds no metadata type this org knows` };
  const ending = `.${type.suffix}`;
  const file = rest.join('/');
  if (!file.endsWith(ending))
    return { kind: 'unknown', message: `${file} is not a ${type.type}; expected a file ending in ${ending}` };
  return { kind: 'component', type: type.type, fullName: decodeURIComponent(file.slice(0, -ending.length)) };
}

/** Types with files of their own. */
export const FILE_TYPES = new Set([...TYPES, ...BUNDLE_TYPES].map(({ type }) => type));

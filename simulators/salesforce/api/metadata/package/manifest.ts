import { childrenOf, parseXml, textOf } from '../../../metadata/xml.ts';

/** One thing named in a package.xml. */
export interface Member {
  type: string;
  /** `*` stands for all of the type. */
  fullName: string;
  line: number;
}

/** A package.xml. */
export interface Manifest {
  members: Member[];
  /** Whether a component is named, or all of its type are. */
  names(type: string, fullName: string): boolean;
}

/** @throws Error when it is not well formed, or holds what this org does not know. */
export function readManifest(xml: string): Manifest {
  const root = parseXml(xml, 'package.xml');
  if (root.name !== 'Package') throw new Error(`root element is ${root.name}; a package.xml starts with <Package>`);
  const members = childrenOf(root, 'types').flatMap((types) => {
    const type = textOf(types, 'name') ?? '';
    // Clients name the folder of a report with a slash at its end.
    return childrenOf(types, 'members').map(({ text, line }) => ({ type, fullName: text.replace(/\/$/, ''), line }));
  });
  const keys = new Set(members.map(({ type, fullName }) => `${type} ${fullName}`));
  return { members, names: (type, fullName) => keys.has(`${type} ${fullName}`) || keys.has(`${type} *`) };
}

import { unzipSync } from 'fflate';

/** A package as it was sent: path inside it, from the folder with its package.xml, to content. */
export type PackageFiles = Map<string, Uint8Array>;

/** Unpacks a package in metadata format. @throws Error, as the org words it, when it is none. */
export function unpackZip(zip: Uint8Array): PackageFiles {
  const entries = Object.entries(readZip(zip)).filter(([path]) => !path.endsWith('/'));
  const manifest = entries.map(([path]) => path).find((path) => /^([^/]+\/)?package\.xml$/.test(path));
  if (manifest === undefined) throw new Error('No package.xml found');
  const root = manifest.slice(0, -'package.xml'.length);
  const inside = entries.filter(([path]) => path.startsWith(root));
  return new Map(inside.map(([path, content]) => [path.slice(root.length), content]));
}

function readZip(zip: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(zip);
  } catch (error) {
    throw new Error('The zip file cannot be read', { cause: error });
  }
}

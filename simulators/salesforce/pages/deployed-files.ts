import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { parseXml, type XmlElement } from '../metadata/xml.ts';

/** A metadata file by its name without folder. */
export interface DeployedFile {
  name: string;
  root: XmlElement;
}

/** The files with that ending in a folder beside the components (`flexipages`, `layouts`), by name. */
export function deployedFiles(lwcDirectories: string[], folder: string, ending: string): DeployedFile[] {
  return lwcDirectories.flatMap((lwcDirectory) => {
    const directory = join(dirname(lwcDirectory), folder);
    if (!existsSync(directory)) return [];
    const names = readdirSync(directory).filter((name) => name.replace(/-meta\.xml$/, '').endsWith(`.${ending}`));
    return names.sort().map((name) => ({ name, root: parseXml(readFileSync(join(directory, name), 'utf8'), name) }));
  });
}

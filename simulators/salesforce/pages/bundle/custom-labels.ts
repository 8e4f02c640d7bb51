import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { childrenOf, parseXml, textOf } from '../../metadata/xml.ts';

/** Files with custom labels, deployed beside the components (`labels/`), in order. */
export function customLabelFiles(lwcDirectories: string[]): string[] {
  return lwcDirectories.flatMap((lwcDirectory) => {
    const directory = join(dirname(lwcDirectory), 'labels');
    if (!existsSync(directory)) return [];
    const names = readdirSync(directory).filter((name) => /\.labels(-meta\.xml)?$/.test(name));
    return names.sort().map((name) => join(directory, name));
  });
}

/** The texts of all custom labels, by name. */
export function readCustomLabels(lwcDirectories: string[]): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const path of customLabelFiles(lwcDirectories)) {
    for (const label of childrenOf(parseXml(readFileSync(path, 'utf8'), path), 'labels')) {
      labels[textOf(label, 'fullName') ?? ''] = textOf(label, 'value') ?? '';
    }
  }
  return labels;
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, in a stable order; names starting with a dot are left out. */
export function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

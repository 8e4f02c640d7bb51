import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PackageFiles } from './package/unpack-zip.ts';

/** Where the files of deployed packages lie, so that pages can be built from them. */
export interface PackageStore {
  /** Absolute. */
  folder(): string;
  keep(files: PackageFiles): void;
  remove(): void;
}

/** A folder of its own, made when it is first needed. */
export function createPackageStore(): PackageStore {
  let made: string | undefined;
  const folder = () => (made ??= mkdtempSync(join(tmpdir(), 'simulated-org-')));
  return {
    folder,
    keep(files) {
      for (const [path, content] of files) {
        const target = join(folder(), path);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, content);
      }
    },
    remove() {
      if (made) rmSync(made, { recursive: true, force: true });
    },
  };
}

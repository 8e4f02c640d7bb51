import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileModule } from '../pages/bundle/compile-modules.ts';

const PROJECT = join(import.meta.dirname, '../../..');

/** A copy of the project's package, its components compiled. */
export interface StagedPackage {
  /** Absolute; the folder with the sfdx-project.json. */
  folder: string;
  remove(): void;
}

/** Copies what is deployed aside, so that tests may change it. */
export function stagePackage(): StagedPackage {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  for (const name of ['force-app', 'sfdx-project.json', '.forceignore'])
    cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  for (const bundle of globSync('force-app/*/default/lwc/*/', { cwd: PROJECT }))
    compileModule(join(PROJECT, bundle), join(folder, bundle));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

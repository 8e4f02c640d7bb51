import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from './problem.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

/** A copy of what is deployed, its components compiled; the CLI may write into it. */
export interface StagedProject {
  /** Absolute. */
  folder: string;
  remove(): Promise<void>;
}

const DEPLOYED = ['force-app', 'sfdx-project.json', '.forceignore', 'tsconfig.base.json', 'package.json'];

/**
 * Copies the project aside and compiles its components there, as `npm run build:lwc` does: compiled scripts beside the
 * sources would go stale and be taken for them, and two deployments may run at once.
 * @throws Problem with what the compiler says.
 */
export async function stageProject(): Promise<StagedProject> {
  const folder = await mkdtemp(join(tmpdir(), 'deploy-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    for (const name of DEPLOYED) await cp(join(projectRoot, name), join(folder, name), { recursive: true });
    await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
    const built = await runCommand('npm', ['run', '--silent', 'build:lwc'], { cwd: folder });
    if (built.code !== 0) throw new Problem(`The components do not compile:\n${built.stdout}${built.stderr}`);
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

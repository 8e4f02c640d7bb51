import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';

/** What came of a block of commands. */
export interface BlockEnding {
  /** The commands that ended with another code than 0, as written. */
  failed: string[];
  said: string;
}

const FAILED = '== failed: ';

/** A shell in `folder` that keeps its variables from one block to the next, as a person's does. */
export function createOperatorShell({ folder, env, keptIn }: { folder: string; env: object; keptIn: string }) {
  const kept = join(keptIn, 'variables');
  writeFileSync(kept, '');
  return {
    async type(block: string): Promise<BlockEnding> {
      const around = [
        `set -a; . ${kept}`,
        `trap 'echo "${FAILED}$BASH_COMMAND"' ERR`,
        block,
        `trap - ERR; export -p >${kept}`,
      ];
      const { stdout, stderr } = await runCommand('bash', ['-c', around.join('\n')], { cwd: folder, env: { ...env } });
      const said = stdout + stderr;
      const failed = said.split('\n').filter((line) => line.startsWith(FAILED));
      return { failed: failed.map((line) => line.slice(FAILED.length)), said };
    },
  };
}

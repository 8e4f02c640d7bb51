import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

/** What a launcher would do for these arguments, the real work left out: only whether it installs the Salesforce CLI. */
async function launched(launcher: string, ...args: string[]) {
  const script = readFileSync(join(projectRoot, 'scripts', launcher), 'utf8').replace(/^source .*ensure-.*$/gm, '');
  const rehearsed = `
    source scripts/lib/ensure-salesforce-cli.sh
    ensure_node() { :; }; ensure_modules() { :; }; ensure_salesforce_cli() { echo installs; }
    exec() { echo "runs \${*:3}"; }
    ${script.replace(/^cd .*$/m, '')}`;
  const { stdout } = await runCommand('bash', ['-c', rehearsed, launcher, ...args], { cwd: projectRoot });
  return stdout.trim().split('\n');
}

test.each(['setup-org', 'deploy-sim'])(
  '%s answers --help without installing the Salesforce CLI first',
  async (launcher) => {
    expect(await launched(launcher, '--help')).toEqual(['runs --help']);
    expect(await launched(launcher, '--check')).toEqual(['installs', 'runs --check']);
  },
);

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './lib/project-root.ts';
import { runCommand } from './lib/run-command.ts';

const deploySim = (...args: string[]) => runCommand(join(projectRoot, 'scripts', 'deploy-sim'), args);

test('one command deploys the package with the real CLI and assigns its permission sets', async () => {
  const { code, stdout, stderr } = await deploySim();
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(stdout).toContain('Status: Succeeded');
  expect(stdout).toMatch(/connector@example\.org +Background_Check_Connector/);
});

test('a folder that is not there ends with the exit code of the CLI', async () => {
  const { code, stderr } = await deploySim('--source-dir', 'force-app/nowhere', '--dry-run');
  expect(code).toBe(1);
  expect(stderr).toContain('force-app/nowhere: File or folder not found');
});

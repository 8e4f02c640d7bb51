import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** What a command of the CLI came to. */
export interface CliResult {
  code: number;
  /** Everything it printed, without colours. */
  output: string;
}

/** The real Salesforce CLI with a home of its own. */
export interface SalesforceCli {
  run(args: string[], env?: Record<string, string>): Promise<CliResult>;
  remove(): void;
}

const MODULES = join(import.meta.dirname, '../../../.cache/salesforce-cli/node_modules');
const PROGRAM = join(MODULES, '@salesforce/cli/bin/run.js');

/** @param project the folder with the sfdx-project.json. @throws Error when the CLI is not installed. */
export function createSalesforceCli(project: string): SalesforceCli {
  if (!existsSync(PROGRAM))
    throw new Error('the Salesforce CLI is not installed; scripts/deploy-sim --help installs it');
  const home = mkdtempSync(join(tmpdir(), 'salesforce-cli-'));
  const environment = {
    PATH: [dirname(process.execPath), join(MODULES, '.bin'), process.env['PATH'] ?? ''].join(delimiter),
    HOME: home,
    TMPDIR: home,
    ...{ SF_DISABLE_TELEMETRY: 'true', SF_DISABLE_AUTOUPDATE: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' },
    ...{ SF_USE_GENERIC_UNIX_KEYCHAIN: 'true', FORCE_COLOR: '0', CI: 'true' },
  };
  return {
    run: (args, env = {}) =>
      new Promise((resolve) => {
        const options = { cwd: project, env: { ...environment, ...env }, maxBuffer: 10_000_000 };
        const child = execFile(process.execPath, [PROGRAM, ...args], options, (_error, stdout, stderr) =>
          resolve({ code: child.exitCode ?? 1, output: stdout + stderr }),
        );
      }),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

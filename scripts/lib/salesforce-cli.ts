import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Problem } from './problem.ts';
import { cachePath } from './project-root.ts';

/** The Salesforce CLI with a home of its own, so that it knows no org but ours. */
export interface SalesforceCli {
  /** Absolute; for files only it shall read. */
  home: string;
  /** Runs a command with its output on ours. @returns its exit code. */
  run(args: string[], env?: Record<string, string>): Promise<number>;
  /** Ends the command that runs, and forgets everything. */
  close(): Promise<void>;
}

const PROGRAM = cachePath('salesforce-cli', 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');

/** @param project the folder with the sfdx-project.json. @throws Problem when the CLI is not installed. */
export async function createSalesforceCli(project: string): Promise<SalesforceCli> {
  if (!existsSync(PROGRAM)) throw new Problem('The Salesforce CLI is not installed: start scripts/deploy-sim instead.');
  const home = await mkdtemp(join(tmpdir(), 'salesforce-cli-'));
  await mkdir(join(home, 'tmp'));
  const ending = new AbortController();
  return {
    home,
    run: async (args, env = {}) => {
      const child = spawn(process.execPath, [PROGRAM, ...args], {
        cwd: project,
        env: { ...cliEnvironment(home), ...env },
        stdio: ['ignore', 'inherit', 'inherit'],
        signal: ending.signal,
      });
      child.on('error', () => undefined);
      const [code] = (await once(child, 'close')) as [number | null];
      return code ?? 1;
    },
    close: async () => {
      ending.abort();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** It asks nobody, reports to nobody and starts no programs that outlive it. */
function cliEnvironment(home: string): Record<string, string> {
  const { PATH = '' } = process.env;
  return {
    PATH: [dirname(process.execPath), cachePath('salesforce-cli', 'node_modules', '.bin'), PATH].join(delimiter),
    HOME: home,
    TMPDIR: join(home, 'tmp'),
    SF_DISABLE_TELEMETRY: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    // Plain lines instead of a progress display that moves about.
    CI: 'true',
    FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
  };
}

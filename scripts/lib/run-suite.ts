import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shown } from './new-run.ts';
import { projectRoot } from './project-root.ts';
import { countTests, type TestCounts } from './test-report.ts';
import type { TestSuite } from './test-suites.ts';

const SUITE_DEADLINE_MS = 15 * 60_000;

/**
 * Runs one suite with its output in `<logFolder>/<suite>.log`. A runner that breaks off, or ends badly without naming
 * a failed test, is one failed test.
 */
export async function runSuite(suite: TestSuite, logFolder: string, env: Record<string, string>): Promise<TestCounts> {
  const reportFile = join(logFolder, `${suite.name}.json`);
  const logFile = join(logFolder, `${suite.name}.log`);
  const ended = await runLogged(suite.command(reportFile), logFile, env);
  const counts = await readReport(reportFile);
  if (ended === 'with code 0' && counts) return counts;
  if (counts && counts.failed > 0) return counts;
  const crash = { name: `the ${suite.name} runner`, reason: `ended ${ended}; see ${shown(logFile)}` };
  return { passed: counts?.passed ?? 0, skipped: counts?.skipped ?? 0, failed: 1, failures: [crash] };
}

async function runLogged(command: string[], logFile: string, env: Record<string, string>): Promise<string> {
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, command, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
    timeout: SUITE_DEADLINE_MS,
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  closeSync(log);
  return code === null ? `by ${signal}` : `with code ${code}`;
}

async function readReport(file: string): Promise<TestCounts | undefined> {
  try {
    return countTests(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

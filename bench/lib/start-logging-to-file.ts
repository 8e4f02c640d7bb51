import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { projectRoot } from '../../scripts/lib/project-root.ts';
import { connectorEnv, type ConnectorSettings } from '../../scripts/lib/start-connector.ts';
import { processorMicroseconds } from './process-use.ts';

/** A program under measurement. */
export interface MeasuredProgram {
  name: string;
  /** Where it listens; empty for one that does not. */
  url: string;
  pid: number;
  logFile: string;
  /** From its start until it was ready; the time to a hundredth of a second. */
  start: { ms: number; processorMicroseconds: number };
  stop(): Promise<void>;
}

const LIFELINE = join(projectRoot, 'scripts/lib/lifeline.ts');

/** Starts a program, its log going straight to a file: a line a request or job must not cost whoever measures. */
async function startLoggingToFile(
  { name, file, env, logFolder }: { name: string; file: string; env: Record<string, string>; logFolder: string },
  readyMessage = 'listening',
): Promise<MeasuredProgram> {
  const logFile = join(logFolder, `${name}.log`);
  writeFileSync(logFile, '', { flag: 'a' });
  const log = openSync(logFile, 'a');
  const { PATH = '', HOME = '' } = process.env;
  const before = readFileSync(logFile, 'utf8').length;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', LIFELINE, join(projectRoot, file)], {
    env: { PATH, HOME, ...env },
    stdio: ['pipe', log, log],
  });
  const readyLine = async () => {
    const said = readFileSync(logFile, 'utf8').slice(before).split('\n');
    return Promise.resolve(said.find((line) => line.includes(`"msg":"${readyMessage}"`)));
  };
  const ready = await pollUntil(readyLine, { what: `${name} to start`, deadlineMs: 60_000, everyMs: 10 });
  const pid = child.pid ?? 0;
  return {
    ...{ name, pid, logFile, url: /"url":"([^"]+)"/.exec(ready)?.[1] ?? '' },
    start: { ms: performance.now() - startedAt, processorMicroseconds: processorMicroseconds(pid) },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** One of the connector's two processes. */
export function startConnector(
  process: 'web' | 'worker',
  settings: ConnectorSettings,
  name = `connector-${process}-measured`,
): Promise<MeasuredProgram> {
  const program = { name, file: `connector/src/${process}.ts`, logFolder: settings.logFolder };
  const env = { ...connectorEnv(settings), PORT: '0' };
  return startLoggingToFile({ ...program, env }, process === 'web' ? 'listening' : 'working');
}

/** One of the tiny programs the product is held against. */
export function startBaseline(name: string, env: Record<string, string>, logFolder: string): Promise<MeasuredProgram> {
  return startLoggingToFile({ name, file: `bench/baselines/${name}.ts`, env, logFolder });
}

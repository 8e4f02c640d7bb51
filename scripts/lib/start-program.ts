import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lastLines } from './last-lines.ts';
import { shown } from './new-run.ts';
import { Problem } from './problem.ts';
import { projectRoot } from './project-root.ts';

/** A program of ours that runs. */
export interface Program {
  name: string;
  /** Where it listens; empty for one that does not. */
  url: string;
  logFile: string;
  pid: number;
  /** Rejects with a Problem when the program ends although nobody stopped it; never resolves. */
  failed: Promise<never>;
  /** Asks it to end, and ends it after 30 s. Safe to call twice. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface ProgramOptions {
  name: string;
  /** From the project's root: `simulators/checkr/main.ts`. */
  file: string;
  args?: string[];
  env?: Record<string, string>;
  logFolder: string;
  /** The `msg` of the JSON line that says it is up. */
  readyMessage?: string;
}

const LIFELINE = new URL('./lifeline.ts', import.meta.url).href;
const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 30_000;

/**
 * Starts a program of this project on our own Node and waits until it says that it is up. Its output goes to
 * `<logFolder>/<name>.log`; it sees none of our environment but PATH, HOME and the like.
 * @throws Problem with the last lines of its log when it does not come up.
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { name, logFolder, readyMessage = 'listening' } = options;
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, `${name}.log`);
  const child = spawnLogged(options, logFile);
  let stopping = false;
  const failed = once(child, 'exit').then(([code, signal]) => {
    if (stopping) return new Promise<never>(() => undefined);
    throw new Problem(`${name} ended with ${String(code ?? signal)}. ${logTail(logFile)}`);
  });
  failed.catch(() => undefined);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    stopping = true;
    await endChild(child, signal);
  };
  try {
    const url = await Promise.race([readyLine(child, readyMessage), failed, tooLate(name, logFile)]);
    return { name, url, logFile, pid: child.pid ?? 0, failed, stop };
  } catch (error) {
    await stop('SIGKILL');
    throw error;
  }
}

function spawnLogged({ file, args = [], env = {} }: ProgramOptions, logFile: string): ChildProcess {
  const { PATH = '', HOME = '', TMPDIR = '/tmp', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, ['--import', LIFELINE, resolve(projectRoot, file), ...args], {
    cwd: projectRoot,
    env: { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE, NODE_NO_WARNINGS: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C is ours to handle: the programs are stopped in order.
    detached: true,
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.stdin?.on('error', () => undefined);
  child.on('close', () => log.end());
  return child;
}

/** The `url` of the line that says the program is up, or an empty string. */
function readyLine(child: ChildProcess, message: string): Promise<string> {
  return new Promise((resolve) => {
    let pending = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (pending + chunk.toString()).split('\n');
      pending = lines.pop() ?? '';
      const ready = lines.map(jsonLine).find((line) => line['msg'] === message);
      if (ready) resolve(typeof ready['url'] === 'string' ? ready['url'] : '');
    });
  });
}

function jsonLine(line: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function tooLate(name: string, logFile: string): Promise<never> {
  return new Promise((_, reject) => {
    const late = () =>
      reject(new Problem(`${name} was not up after ${START_DEADLINE_MS / 1000} s. ${logTail(logFile)}`));
    setTimeout(late, START_DEADLINE_MS).unref();
  });
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const hard = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
  await ended;
  clearTimeout(hard);
}

const logTail = (logFile: string) => `Its last lines:\n${lastLines(logFile, 8)}\n  all of it: ${shown(logFile)}`;

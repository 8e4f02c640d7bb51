import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis, type RedisProgram } from './find-redis.ts';
import { freePort } from './free-port.ts';
import { Problem } from './problem.ts';
import { claimDatabase } from './redis-database.ts';

/** A Redis for one run. */
export interface RunningRedis {
  url: string;
  /** Stops it if we started it; else leaves the database as empty as it was. */
  close(): Promise<void>;
}

/** The shell ends with its input, and Redis with the shell: a killed script leaves no Redis behind. */
const STOP_WITH_US = '"$@" & child=$!; trap "kill $child" TERM; read -r _; kill $child; wait $child';

/**
 * An empty database of the Redis at REDIS_URL if that is set; else one of our own on a free port of this machine, without persistence.
 * @throws Problem when there is none to start.
 */
export async function startRedis({ fresh }: { fresh: boolean }): Promise<RunningRedis> {
  const given = process.env['REDIS_URL'];
  if (given) return claimDatabase(given);
  const program = await findRedis({ fresh });
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const { child, port } = await startOnFreePort(program, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    close: async () => {
      child.stdin?.end();
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that was free may be taken a moment later: then another is tried. */
async function startOnFreePort(program: RedisProgram, folder: string, attempts = 5) {
  const port = await freePort();
  const child = spawnRedis(program, folder, port);
  const said = await untilReady(child);
  if (said === 'ready') return { child, port };
  if (attempts > 1) return startOnFreePort(program, folder, attempts - 1);
  throw new Problem(`${program.file} does not start: ${said}`);
}

function spawnRedis({ file, env }: RedisProgram, folder: string, port: number): ChildProcess {
  const throwAway = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction', '--dir', folder];
  const args = [file, '--bind', '127.0.0.1', '--port', String(port), ...throwAway];
  const child = spawn('/bin/sh', ['-c', STOP_WITH_US, 'sh', ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C is ours to handle: Redis goes last.
    detached: true,
  });
  child.stdin?.on('error', () => undefined);
  return child;
}

/** 'ready', or the last thing it said before it ended. */
function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
      if (/Ready to accept connections/.test(said)) resolve('ready');
    });
    child.on('exit', () => resolve(said.trim().split('\n').at(-1) ?? ''));
  });
}

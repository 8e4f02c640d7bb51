import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
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
  return startOwnRedis({ fresh });
}

/** A Redis of our own, for tests of what happens without one. */
export interface OwnRedis extends RunningRedis {
  /** Of the server itself. */
  pid(): Promise<number>;
  /** Ends it as hard as can be; what it held is gone. */
  kill(): Promise<void>;
  /** Starts it again at the same address, empty. */
  startAgain(): Promise<void>;
}

/** Starts one on a free port of this machine, without persistence, whatever REDIS_URL says. @throws Problem as above. */
export async function startOwnRedis({ fresh }: { fresh: boolean }): Promise<OwnRedis> {
  const program = await findRedis({ fresh });
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const first = await startOnFreePort(program, folder);
  const { port } = first;
  const url = `redis://127.0.0.1:${port}`;
  let { child } = first;
  const end = async (): Promise<void> => {
    child.stdin?.end();
    if (child.exitCode === null) await once(child, 'exit');
  };
  return {
    url,
    pid: () => serverPid(url),
    kill: async () => {
      process.kill(await serverPid(url), 'SIGKILL');
      await end();
    },
    startAgain: async () => {
      child = spawnRedis(program, folder, port);
      const said = await untilReady(child);
      if (said !== 'ready') throw new Problem(`${program.file} does not start again: ${said}`);
    },
    close: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serverPid(url: string): Promise<number> {
  const redis = new Redis(url);
  const said = await redis.info('server').finally(() => redis.disconnect());
  return Number(/process_id:(\d+)/.exec(said)?.[1]);
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

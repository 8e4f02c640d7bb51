import { join } from 'node:path';
import { hasDebianPackages, unpackPackages } from './debian-packages.ts';
import { findOnPath, isProgram } from './find-on-path.ts';
import { libraryPath } from './private-libraries.ts';
import { Problem, wordsFor } from './problem.ts';
import { cachePath } from './project-root.ts';
import { runCommand } from './run-command.ts';
import { say, withTicker } from './say.ts';

/** A Redis server that can be started, and what it needs in its environment. */
export interface RedisProgram {
  file: string;
  env: Record<string, string>;
}

/**
 * A redis-server or valkey-server: the machine's own, else the system's package unpacked into `.cache/redis`, else
 * Homebrew's. With `fresh` the machine's own comes last.
 * @throws Problem saying how to get one.
 */
export async function findRedis({ fresh }: { fresh: boolean }): Promise<RedisProgram> {
  const file = findOnPath(['redis-server', 'valkey-server']);
  if (file !== undefined && !fresh) return { file, env: {} };
  const ours = await ourRedis();
  if (!('missing' in ours)) return ours;
  if (file === undefined)
    throw new Problem(`${ours.missing}: install redis-server, or set REDIS_URL to one that runs.`);
  say(`${ours.missing}; using ${file}`);
  return { file, env: {} };
}

async function ourRedis(): Promise<RedisProgram | { missing: string }> {
  if (hasDebianPackages()) return unpackedRedis().catch((error: unknown) => ({ missing: wordsFor(error) }));
  return (await brewedRedis()) ?? { missing: 'There is no Redis of our own' };
}

async function unpackedRedis(): Promise<RedisProgram> {
  const root = cachePath('redis');
  const file = join(root, 'usr', 'bin', 'redis-server');
  if (!isProgram(file)) {
    say('Unpacking Redis into .cache/redis');
    await withTicker(unpackPackages({ names: ['redis-server', 'redis-tools'], into: root }));
  }
  const env = libraryPath(root);
  const version = await runCommand(file, ['--version'], { env: { ...process.env, ...env } });
  if (version.code === 0) return { file, env };
  throw new Problem(`The Redis in .cache/redis does not start (${version.stderr.trim()})`);
}

async function brewedRedis(): Promise<RedisProgram | undefined> {
  if (findOnPath(['brew']) === undefined) return undefined;
  const file = () => findOnPath(['redis-server'], '/opt/homebrew/opt/redis/bin:/usr/local/opt/redis/bin');
  if (file() === undefined) {
    say('Installing Redis with Homebrew (it is not started as a service)');
    await withTicker(runCommand('brew', ['install', 'redis']));
  }
  const found = file();
  return found === undefined ? undefined : { file: found, env: {} };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { generate } from 'selfsigned';
import { freePort } from './free-port.ts';

/** The Redis of an app. */
export interface KeyValueStore {
  /** `rediss://`, as Heroku sets REDIS_URL. */
  url: string;
  setEvictionPolicy(policy: string): Promise<void>;
  close(): Promise<void>;
}

/** A program that can be started as a Redis server, with what it needs in its environment. */
export interface RedisServer {
  file: string;
  env: Record<string, string>;
}

/** The plan `mini`: TLS alone, with a certificate nobody can check, 20 connections, 25 MB, idle ones closed after 300 s. */
const MINI = ['--maxclients', '20', '--maxmemory', '25mb', '--timeout', '300', '--maxmemory-policy', 'noeviction'];
const POLICIES = ['noeviction', 'allkeys-lfu', 'volatile-lfu', 'allkeys-lru', 'volatile-lru'];
const MORE_POLICIES = ['allkeys-random', 'volatile-random', 'volatile-ttl'];

/** Starts one in `folder`. */
export async function startKeyValueStore({ file, env }: RedisServer, folder: string): Promise<KeyValueStore> {
  mkdirSync(folder, { recursive: true });
  const password = `p${randomBytes(24).toString('hex')}`;
  const port = await freePort();
  const tls = await writeCertificate(folder);
  const args = [
    ...['--bind', '127.0.0.1', '--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no', ...tls],
    ...['--requirepass', password, '--save', '', '--appendonly', 'no', '--dir', folder, ...MINI],
  ];
  const server = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  await untilReady(server);
  const url = `rediss://:${password}@127.0.0.1:${port}`;
  return {
    url,
    async setEvictionPolicy(policy) {
      if (![...POLICIES, ...MORE_POLICIES].includes(policy)) throw new Error(`${policy} is no policy`);
      const redis = new Redis(url, { tls: { rejectUnauthorized: false } });
      await redis.config('SET', 'maxmemory-policy', policy).finally(() => redis.disconnect());
    },
    async close() {
      if (server.exitCode !== null) return;
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}

async function writeCertificate(folder: string): Promise<string[]> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'heroku-redis' }], { keyType: 'ec' });
  const files = { key: join(folder, 'tls.key'), cert: join(folder, 'tls.crt') };
  writeFileSync(files.key, key, { mode: 0o600 });
  writeFileSync(files.cert, cert);
  return ['--tls-key-file', files.key, '--tls-cert-file', files.cert, '--tls-ca-cert-file', files.cert];
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
      if (said.includes('Ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Redis ended: ${said.trim().split('\n').at(-1) ?? ''}`)));
  });
}

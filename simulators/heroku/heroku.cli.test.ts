import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSampleApp } from './testing/sample-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'heroku-'));
const home = join(folder, 'developer');
const PATH = [join(import.meta.dirname, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter);
let platform: ReturnType<typeof spawn>;
let env: Record<string, string>;
let sample: ReturnType<typeof createSampleApp>;
let webUrl: string;

beforeAll(async () => {
  const main = join(import.meta.dirname, 'main.ts');
  const { REDIS_SERVER = 'redis-server', REDIS_LIBRARY_PATH = '' } = process.env;
  const redis = [
    '--redis-server',
    REDIS_SERVER,
    ...(REDIS_LIBRARY_PATH ? ['--redis-library-path', REDIS_LIBRARY_PATH] : []),
  ];
  platform = spawn(process.execPath, [main, '--folder', join(folder, 'platform'), ...redis], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: platform.stdout! }), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  env = { PATH, HOME: process.env['HOME'] ?? folder, HEROKU_SIMULATOR: url, DEVELOPER_SECRET: 'x' };
  sample = createSampleApp(home);
});
afterAll(async () => {
  platform.kill();
  await once(platform, 'exit');
  rmSync(folder, { recursive: true });
});

async function sh(command: string): Promise<{ code: number; said: string }> {
  const child = spawn('/bin/sh', ['-c', `${command} 2>&1`], { cwd: home, env });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number]>]);
  return { code, said };
}

interface Echo {
  env: Record<string, string>;
  headers: Record<string, string>;
}
const visit = () =>
  vi.waitFor(
    async () => {
      const answer = await fetch(webUrl);
      expect(answer.status).toBe(200);
      return (await answer.json()) as Echo;
    },
    { timeout: 15_000 },
  );

test.each([
  ['pg:psql', /pg:psql is not a heroku command this simulator knows/],
  ['create --colour red', /Unknown option '--colour'/],
  ['config:set A=1', /no git remote/],
])('heroku %s is refused by name', async (command, words) => {
  const { code, said } = await sh(`heroku ${command}`);
  expect(said).toMatch(words);
  expect(code).not.toBe(0);
});

test('an app is made with a git remote and an address', async () => {
  expect(await sh('heroku create --stack heroku-24')).toMatchObject({ code: 0 });
  const { said } = await sh("heroku info --shell | sed -n 's/^web_url=\\(.*\\)\\/$/\\1/p'");
  webUrl = said.trim();
  expect((await fetch(webUrl)).status).toBe(503);
});

test('the Redis speaks TLS with a certificate nobody can check, and keeps few connections', async () => {
  expect(await sh('heroku addons:create heroku-redis:mini --wait')).toMatchObject({ code: 0 });
  await sh('heroku redis:maxmemory --policy volatile-lru');
  const url = (await sh('heroku config:get REDIS_URL')).said.trim();
  expect(url).toMatch(/^rediss:\/\/:/);
  const strict = new Redis(url, { retryStrategy: () => null, lazyConnect: true });
  strict.on('error', () => undefined);
  await expect(strict.connect()).rejects.toThrow();
  const redis = new Redis(url, { tls: { rejectUnauthorized: false } });
  expect(await redis.info()).toMatch(/maxclients:20\r?\n[^]*maxmemory_policy:volatile-lru/);
  redis.disconnect();
});

test('a push builds the commit without what .slugignore names, and starts one web dyno with config vars alone', async () => {
  await sh('heroku config:set "KEY=line 1\nline 2"');
  const { code, said } = await sh('git push heroku HEAD:main');
  expect({ code, said }).toMatchObject({ code: 0 });
  expect(said).toContain('Procfile declares types -> release, say, web, worker');
  expect(said).toContain('give engines.node an upper bound');
  expect(said).toContain('server.mjs');
  expect(said).not.toMatch(/docs|logo\.psd/);
  const { env: seen, headers } = await visit();
  expect(seen).toMatchObject({ KEY: 'line 1\nline 2', DYNO: 'web.1', NODE_ENV: 'production' });
  expect(seen).not.toHaveProperty('DEVELOPER_SECRET');
  expect(headers).toMatchObject({ 'x-forwarded-proto': 'https', 'x-request-id': expect.any(String) as string });
  expect((await sh('heroku ps')).said).toBe('web.1: up\n');
});

test('a one-off dyno may be a process type with more words; its exit code is told when asked for', async () => {
  expect((await sh('heroku run "say more"')).said).toMatch(/^Running say more on [^]*\nsaid more\n$/);
  expect((await sh('heroku run false')).code).toBe(0);
  expect((await sh('heroku run --exit-code false')).code).toBe(1);
});

test('a release command that fails leaves the app as it was, and the push is taken all the same', async () => {
  expect((await sh('heroku config:set BROKEN=yes')).said).toMatch(/the app goes on as it was/);
  expect((await sh('heroku config:get BROKEN')).said).toBe('\n');
  sample.change('Procfile', 'web: node server.mjs\nrelease: false\n');
  const { code, said } = await sh('git push heroku HEAD:main');
  expect(said).toContain('Release command failed, this change has not been deployed');
  expect(code).toBe(0);
  expect((await visit()).env['BROKEN']).toBeUndefined();
});

test('a build that fails refuses the push', async () => {
  sample.change('.slugignore', 'package.json\n');
  const { code, said } = await sh('git push heroku HEAD:main');
  expect(said).toContain("'heroku/nodejs' needs a package.json");
  expect(code).not.toBe(0);
});

test('dynos are scaled, and end by SIGTERM', async () => {
  expect((await sh('heroku ps:scale web=2 worker=1')).said).toContain('web at 2:Basic, worker at 1:Basic');
  await vi.waitFor(async () => expect((await sh('heroku ps')).said.match(/: up/g)).toHaveLength(3), {
    timeout: 15_000,
  });
  await sh('heroku ps:scale web=1');
  expect((await sh('heroku logs --dyno-name web.2')).said).toContain('ending');
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Answers with its environment, takes its time to end, and fails its release when asked to. */
const SERVER = `
import { createServer } from 'node:http';
createServer((request, response) => response.end(JSON.stringify({ env: process.env, headers: request.headers })))
  .listen(process.env.PORT, () => console.log('up'));
process.on('SIGTERM', () => { console.log('ending'); process.exit(0); });
`;

const FILES: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'sample',
    version: '1.0.0',
    engines: { node: '>=22.19' },
    scripts: { build: 'ls -a' },
  }),
  'package-lock.json': JSON.stringify({
    name: 'sample',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': { name: 'sample', version: '1.0.0', engines: { node: '>=22.19' } } },
  }),
  Procfile: 'web: node server.mjs\nworker: sleep 600\nrelease: test -z "$BROKEN"\nsay: echo said\n',
  '.slugignore': '/docs\n*.psd\n',
  'docs/a.md': '',
  'art/logo.psd': '',
  'server.mjs': SERVER,
};

/** A folder with a small app in git, as a developer has it. */
export function createSampleApp(folder: string) {
  for (const [path, content] of Object.entries(FILES)) write(path, content);
  git('init', '--quiet', '--initial-branch', 'main');
  commit();

  function write(path: string, content: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  function git(...args: string[]): void {
    execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  }
  function commit(): void {
    git('add', '--all');
    git('-c', 'user.name=Grace Sample', '-c', 'user.email=grace@example.org', 'commit', '--quiet', '-m', 'change');
  }
  return {
    change(path: string, content: string) {
      write(path, content);
      commit();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

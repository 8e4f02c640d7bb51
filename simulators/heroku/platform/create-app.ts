import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Refusal, type App } from './app.ts';
import { startRouter } from './router.ts';

const HOOK = join(import.meta.dirname, '..', 'command', 'git-hook.ts');
const STACKS = ['heroku-22', 'heroku-24'];
const DEFAULT_STACK = 'heroku-24';

interface AppOrder {
  folder: string;
  name?: string;
  stack?: string;
  platformUrl: string;
}

/** A new app with its git remote and its address, and what ends its router. @throws Refusal for an unknown stack */
export async function createApp({ folder: place, platformUrl, stack = DEFAULT_STACK, ...order }: AppOrder) {
  if (!STACKS.includes(stack)) throw new Refusal(`${stack} is no stack: ${STACKS.join(', ')}`);
  const name = order.name ?? `floating-dragon-${randomBytes(3).toString('hex')}`;
  const folder = join(place, name);
  const gitFolder = join(folder, 'remote.git');
  mkdirSync(folder, { recursive: true });
  execFileSync('git', ['init', '--quiet', '--bare', gitFolder]);
  const hook = `#!/bin/sh\nHEROKU_SIMULATOR=${platformUrl} exec "${process.execPath}" "${HOOK}" ${name}\n`;
  writeFileSync(join(gitFolder, 'hooks', 'pre-receive'), hook, { mode: 0o755 });
  const app: App = {
    ...{ name, stack, folder, gitFolder, webUrl: '', config: {}, slug: null, formation: {}, dynos: [], log: [] },
    ...{ releases: [], store: null },
  };
  const router = await startRouter(() => app);
  app.webUrl = `http://127.0.0.1:${(router.address() as AddressInfo).port}/`;
  app.releases.push({ version: 1, description: 'Initial release', state: 'succeeded', slug: null, config: {} });
  return { app, router };
}

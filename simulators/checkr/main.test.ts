import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

test('it says in one JSON line where it listens, and ends cleanly when told to', async () => {
  const child = spawn(process.execPath, [
    MAIN,
    '--port',
    '0',
    '--api-key',
    'a',
    '--api-key',
    'b',
    '--uri-name',
    'shop',
  ]);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { msg, url } = JSON.parse(line) as { msg: string; url: string };
  expect(msg).toBe('listening');
  const answer = await fetch(`${url}/v1/account`, { headers: { Authorization: `Basic ${btoa('b:')}` } });
  expect(await answer.json()).toMatchObject({ uri_name: 'shop' });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('it refuses to start without a key and names the flag', async () => {
  const child = spawn(process.execPath, [MAIN]);
  const said: string[] = [];
  child.stderr.on('data', (text) => said.push(String(text)));
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said.join('')).toContain('--api-key');
});

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

test('flags give the account nodes and let it demand consent', async () => {
  const child = spawn(process.execPath, [MAIN, '--api-key', 'a', '--node', 'west', '--require-consent']);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  const headers = { Authorization: `Basic ${btoa('a:')}`, 'Content-Type': 'application/json' };
  const nodes = await fetch(`${url}/v1/nodes`, { headers });
  expect(await nodes.json()).toMatchObject({ data: [{ custom_id: 'west' }] });
  const person = { email: 'robin@example.org', first_name: 'Robin', last_name: 'Sample', no_middle_name: true };
  const post = async (path: string, body: object) =>
    (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<{
      id: string;
    }>;
  const { id } = await post('/v1/candidates', { ...person, dob: '1990-02-03', ssn: '111-11-2001', zipcode: '90401' });
  const place = { node: 'west', work_locations: [{ state: 'CA' }] };
  expect(await post('/v1/reports', { candidate_id: id, package: 'tasker_standard', ...place })).toEqual({
    error: 'consent_document_ids is missing',
  });
  child.kill('SIGTERM');
  await once(child, 'exit');
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

test('the process says where it listens, is an empty org with the id it was given, and ends on SIGTERM', async () => {
  const script = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [script, '--port', '0', '--org-id', '00DBC0000000007', '--production']);
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { msg, url } = JSON.parse(line) as { msg: string; url: string };
  expect(msg).toBe('listening');

  const login = await fetch(`${url}/__control/sessions`, { method: 'POST', body: '{"username":"admin@example.org"}' });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const query = `${url}/services/data/v66.0/query?q=${encodeURIComponent('SELECT Id, Name, IsSandbox FROM Organization')}`;
  const answer = await fetch(query, { headers: { Authorization: `Bearer ${accessToken}` } });
  expect(await answer.json()).toMatchObject({
    records: [{ Id: '00DBC00000000072AA', Name: 'Believe Together (simulated)', IsSandbox: false }],
  });

  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
});

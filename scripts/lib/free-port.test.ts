import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort, refuseTakenPorts } from './free-port.ts';

test('a port that somebody listens on is refused by its flag, a free one is not', async () => {
  const [free, taken] = [await freePort(), await freePort()];
  const server = createServer().listen(taken, '127.0.0.1');
  await once(server, 'listening');
  const refusal = await refuseTakenPorts({ '--org-port': free, '--checkr-port': taken }).catch(String);
  server.close();
  expect(refusal).toContain(`Port ${taken} (--checkr-port) cannot be had (EADDRINUSE): choose another one.`);
});

test('ports that are not fixed are not looked at', async () => {
  await expect(refuseTakenPorts({ '--org-port': undefined })).resolves.toBeUndefined();
});

import { once } from 'node:events';
import { createServer, type Server } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRedis } from './redis.ts';

/** Says yes to everything, as a Redis does to a client that greets it. */
let server: Server;
let url: string;
beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'redis' }], { keyType: 'ec' });
  server = createServer({ key, cert }, (socket) => {
    socket.on('data', () => socket.write('+OK\r\n'));
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  server.on('tlsClientError', () => undefined);
  await once(server, 'listening');
  url = `rediss://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

/** What comes first: a connection, or the code of the error. */
async function connecting(isOnHeroku: boolean): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const onError = (error: Error & { code?: string }) => resolve(error.code ?? error.message);
  const redis = createRedis({ url, isOnHeroku, whenAway: 'fail', onError });
  redis.on('connect', () => resolve('connected'));
  return promise.finally(() => redis.disconnect());
}

test("Heroku's Redis has a certificate nobody can check; anywhere else such a one is refused", async () => {
  expect(await connecting(true)).toBe('connected');
  expect(await connecting(false)).toMatch(/SELF_SIGNED|certificate/i);
});

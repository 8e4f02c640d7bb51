import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveAts, type ServedAts } from './serve.ts';

const SECRET = `whsec_${'c2VjcmV0'.repeat(5)}`;

let ats: ServedAts;
const calls: { method: string; url: string; login: string; body: string; type: string }[] = [];
const provider = createServer((incoming: IncomingMessage, outgoing) => {
  let body = '';
  incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
  incoming.on('end', () => {
    const { method = '', url = '', headers } = incoming;
    calls.push({
      method,
      url,
      login: atob((headers.authorization ?? '').slice(6)),
      body,
      type: headers['content-type'] ?? '',
    });
    outgoing.writeHead(201, { 'content-type': 'application/json' }).end('{"tracking_id":"1"}');
  });
});

beforeAll(async () => {
  ats = await serveAts();
  setDefaultCACertificates([...getCACertificates('default'), ats.certificate]);
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const { port } = provider.address() as AddressInfo;
  await control('PUT', '/provider', {
    url: `http://127.0.0.1:${port}/ats`,
    account_id: 'A1',
    secret: 's',
    signing_secret: SECRET,
  });
});
beforeEach(() => void calls.splice(0));
afterAll(async () => {
  provider.close();
  await ats.close();
});

async function control(method: string, path: string, body?: object) {
  const answer = await fetch(`${ats.url}/__control${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text ? JSON.parse(text) : null) as Record<string, unknown> };
}
const callBack = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${ats.callbackUrl}/callbacks`, { method: 'POST', body, headers, redirect: 'manual' });
const callbacks = async () => (await control('GET', '/callbacks')).body as unknown as Record<string, unknown>[];

test('it asks for packages and orders by HTTP Basic, with every field of the contract', async () => {
  await control('GET', '/packages');
  const { body } = await control('POST', '/orders', { package_id: 'PKG001', applicant: { first_name: 'Ann' } });
  expect(body).toMatchObject({ status: 201, body: { tracking_id: '1' } });
  expect(calls.map(({ method, url, login }) => [method, url, login])).toEqual([
    ['GET', '/ats/packages', 'A1:s'],
    ['POST', '/ats/orders', 'A1:s'],
  ]);
  expect(JSON.parse(calls[1]?.body ?? '')).toMatchObject({
    ...{ account_id: 'A1', package_id: 'PKG001', webhook_url: `${ats.callbackUrl}/callbacks` },
    applicant: { first_name: 'Ann', last_name: 'Doe' },
  });
});

test('it sends an order again byte by byte, or garbled', async () => {
  await control('POST', '/orders', { background_check_id: '7' });
  await control('POST', '/orders/7/repeat');
  await control('POST', '/orders/7/garble/single-quotes');
  await control('POST', '/orders/7/garble/form-encoded');
  const [first, second, third, fourth] = calls;
  expect(second?.body).toBe(first?.body);
  expect(third?.body).not.toContain('"');
  expect(fourth?.type).toBe('application/x-www-form-urlencoded');
});

test('it remembers callbacks and says whether they are signed', async () => {
  await control('DELETE', '/callbacks');
  const now = new Date();
  const stamp = { 'webhook-id': 'm', 'webhook-timestamp': String(Math.floor(now.getTime() / 1000)) };
  await callBack('{"a":1}', { ...stamp, 'webhook-signature': new Webhook(SECRET).sign('m', now, '{"a":1}') });
  await callBack('{"a":2}', { ...stamp, 'webhook-signature': new Webhook(SECRET).sign('m', now, '{"a":1}') });
  await callBack('no JSON');
  expect(await callbacks()).toMatchObject([
    { body: { a: 1 }, is_signed: true },
    { body: { a: 2 }, is_signed: 'No matching signature found' },
    { body: 'no JSON', is_signed: 'Missing required headers' },
  ]);
});

test.each([
  ['error', 500],
  ['gone', 410],
  ['redirect', 307],
])('told to, it answers with %s, as often as it was told', async (mode, status) => {
  await control('PUT', '/behaviour', { mode, times: 1 });
  expect((await callBack('{}')).status).toBe(status);
  expect((await callBack('{}')).status).toBe(204);
});

test('what it does not know it refuses by name', async () => {
  expect(await control('GET', '/nothing')).toMatchObject({
    status: 404,
    body: { error: expect.stringContaining('/nothing') as string },
  });
  expect(await control('POST', '/orders/unknown/repeat')).toMatchObject({
    status: 404,
    body: { error: expect.stringContaining('unknown') as string },
  });
  expect(await control('PUT', '/behaviour', { mode: 'dance' })).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('mode') as string },
  });
  expect(await control('POST', '/orders/7/garble/oddly')).toMatchObject({
    status: 404,
    body: { error: expect.stringContaining('oddly') as string },
  });
});

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createCheckrHttp } from './http.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server in Checkr's place; gives our client of it. */
async function talkTo(answer: RequestListener, timeoutMs = 5000) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const { port } = server.address() as AddressInfo;
  return createCheckrHttp({ baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: 'key', timeoutMs });
}

const answering =
  (status: number, body: string, type = 'application/json'): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': type }).end(body);
const post = (http: Awaited<ReturnType<typeof talkTo>>) =>
  http.post('/invitations', {}, { schema: z.object({ id: z.string() }), idempotencyKey: 'one' });

test.each<[string, RequestListener, string]>([
  [
    'a connection reset before the answer',
    (request) => void request.socket.destroy(),
    'unavailable: checkr-unreachable',
  ],
  [
    'a connection reset in the middle of the answer',
    (_request, response) => {
      response.writeHead(201, { 'content-length': '100' }).write('{"id":');
      response.socket?.destroy();
    },
    'unavailable: checkr-unreachable',
  ],
  [
    "a proxy's page with status 200",
    answering(200, '<html>Please wait</html>', 'text/html'),
    'unavailable: checkr-unreadable-answer',
  ],
  ["a gateway's page", answering(502, '<html>Bad gateway</html>', 'text/html'), 'unavailable: checkr-502'],
  [
    'a gateway that says the same key is at work',
    answering(409, '{"message":"Another request with the same idempotency key is in progress"}'),
    'busy: checkr-idempotency-in-flight',
  ],
  ['an API that refuses a duplicate', answering(409, '{"error":"Duplicate report detected."}'), 'rejected: checkr-409'],
  ["a firewall's page", answering(403, '<html>Blocked</html>', 'text/html'), 'unauthorized: checkr-403'],
  [
    'a redirect',
    (_request, response) => void response.writeHead(302, { location: 'https://example.org' }).end(),
    'unavailable: checkr-unreachable',
  ],
])('%s', async (_what, answer, message) => {
  await expect(post(await talkTo(answer))).rejects.toMatchObject({ message });
});

test('an answer that does not come is given up, and may have worked', async () => {
  const http = await talkTo(() => undefined, 100);
  await expect(post(http)).rejects.toMatchObject({ message: 'unavailable: checkr-timed-out' });
});

test('words of the vendor and the key stay out of the message that reaches Redis', async () => {
  const http = await talkTo(answering(400, '{"error":["SSN is invalid"]}'));
  const failure = await post(http).catch((error: Error) => error);
  expect(failure).toMatchObject({ message: 'rejected: checkr-400', vendorWords: ['SSN is invalid'] });
});

test('the answer to an earlier try, with the headers of that time, does not turn back the clock', async () => {
  const anHourAgo = new Date(Date.now() - 3_600_000).toUTCString();
  const http = await talkTo((_request, response) =>
    response.writeHead(201, { 'content-type': 'application/json', date: anHourAgo }).end('{"id":"one"}'),
  );
  await post(http);
  const now = Date.now();
  expect(http.vendorTime(now)).toBe(now);
});

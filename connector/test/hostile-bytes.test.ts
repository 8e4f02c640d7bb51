import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRun } from '../../scripts/lib/new-run.ts';
import { claimDatabase, type ClaimedDatabase } from '../../scripts/lib/redis-database.ts';
import { createRunKeys } from '../../scripts/lib/run-keys.ts';
import { startWeb } from '../../scripts/lib/start-connector.ts';
import type { Program } from '../../scripts/lib/start-program.ts';

const NOWHERE = 'http://127.0.0.1:9';
const keys = createRunKeys();
let database: ClaimedDatabase;
let web: Program;

beforeAll(async () => {
  database = await claimDatabase(process.env['REDIS_URL'] ?? '');
  web = await startWeb({
    redisUrl: database.url,
    orgUrl: NOWHERE,
    orgId: '00DBC0000000001EAA',
    checkr: { apiBase: NOWHERE, dashboardUrl: NOWHERE, apiKey: keys.checkrApiKey },
    keys,
    logFolder: newRun('e2e').logFolder,
  });
});
afterAll(async () => {
  await web.stop();
  await database.close();
});

/** Sends these bytes as they are; gives all that came back until the other side hung up or had nothing more to say. */
async function say(bytes: string | Buffer, { hangUp = true } = {}): Promise<string> {
  const { hostname, port } = new URL(web.url);
  const socket = connect({ host: hostname, port: Number(port) });
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  // A socket cut off in the middle of our sentence is one of the answers we look for.
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.write(bytes);
  if (hangUp) socket.end();
  await closed;
  return heard;
}

const head = (path: string, ...lines: string[]) =>
  [`POST ${path} HTTP/1.1`, 'Host: connector.example.org', 'Connection: close', ...lines, '', ''].join('\r\n');
const outboundPath = `/background-check/${keys.outboundSecret}`;
const big = 'x'.repeat(200_000);

test.each<[string, string | Buffer]>([
  ['bytes that are no HTTP', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 31) % 256))],
  ['a greeting of TLS', Buffer.from('16030100c8010000c40303', 'hex')],
  ['HTTP/0.9', 'POST /checkr\r\n\r\n'],
  ['a path of 200,000 letters', head(`/${big}`)],
  ['a header of 200,000 letters', head('/checkr', `X-Checkr-Signature: ${big}`, 'Content-Length: 0')],
  ['ten thousand headers', head('/checkr', ...Array.from({ length: 10_000 }, (_, i) => `X-${i}: y`))],
  ['a broken percent sign in the secret', head('/background-check/%E0%A4%A', 'Content-Length: 0')],
  ['a path with zero bytes', head('/background-check/%00%00', 'Content-Length: 0')],
  ['a path that climbs', head('/background-check/../../etc/passwd', 'Content-Length: 0')],
  ['an absolute address of somebody else', head('http://169.254.169.254/latest/meta-data', 'Content-Length: 0')],
  ['a negative length', `${head('/checkr', 'Content-Length: -5')}x`],
  ['two lengths', `${head('/checkr', 'Content-Length: 4', 'Content-Length: 40')}body`],
  [
    'a length and chunks at once',
    `${head('/checkr', 'Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`,
  ],
  ['chunks that are none', `${head('/checkr', 'Transfer-Encoding: chunked')}zz\r\nbody\r\n`],
  ['a body cut off in the middle', `${head('/checkr', 'Content-Length: 1000')}{"id":`],
  ['a tunnel', 'CONNECT internal.example.org:443 HTTP/1.1\r\nHost: internal.example.org\r\n\r\n'],
  ['another protocol', head('/checkr', 'Upgrade: websocket', 'Connection: Upgrade', 'Content-Length: 0')],
  ['a method nobody knows', 'BREW /checkr HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['a body said to be packed', `${head(outboundPath, 'Content-Encoding: gzip', 'Content-Length: 4')}\u001f\u008bxx`],
  ['a login that is no base64', head('/checkr', 'Authorization: Basic %%%', 'Content-Length: 0')],
])('%s: an answer below 500 or none, and the process lives', async (_name, bytes) => {
  const answer = await say(bytes);
  const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  expect(statuses.filter((status) => status >= 500 || (status >= 200 && status < 400))).toEqual([]);
  expect((await fetch(`${web.url}/health`)).status).toBe(200);
});

test('a body without end is cut off at its limit, and memory stays where it was', async () => {
  const residentMb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${web.pid}/status`, 'utf8'))?.[1]) / 1024;
  await fetch(`${web.url}/checkr`, { method: 'POST', body: 'x'.repeat(2 * 1024 * 1024) });
  const before = residentMb();
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const endless = head('/checkr', 'Transfer-Encoding: chunked') + chunk.repeat(600);
  const answers = await Promise.all(Array.from({ length: 4 }, () => say(endless)));
  for (const answer of answers) expect(answer).toMatch(/^(HTTP\/1\.1 413|$)/);
  expect(residentMb()).toBeLessThan(before + 150);
}, 60_000);

test('whoever is too slow with the head of a request is hung up on', async () => {
  expect(await say('POST /checkr HTTP/1.1\r\nHost: x\r\nX-Slow: ', { hangUp: false })).toMatch(/^(HTTP\/1\.1 408|$)/);
}, 45_000);

test('a proven sender is served between all of this, with headers that keep a browser from guessing', async () => {
  const body = JSON.stringify({
    id: 'evt1',
    type: 'candidate.created',
    data: { object: { id: 'x', object: 'candidate' } },
  });
  const signature = createHmac('sha256', keys.checkrApiKey).update(body).digest('hex');
  const answer = await fetch(`${web.url}/checkr`, {
    method: 'POST',
    body,
    headers: { 'x-checkr-signature': signature },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  expect(readFileSync(web.logFile, 'utf8')).not.toContain(keys.outboundSecret);
});

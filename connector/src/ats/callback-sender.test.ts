import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { ATS_RESULT_WORDS, type AtsAccount } from '../domain/ats-account.ts';
import { createCallbackSender } from './callback-sender.ts';

const SECRETS = [`whsec_${'bmV3'.repeat(8)}`, `whsec_${'b2xk'.repeat(8)}`];
const BODY = '{"background_check_id":"224466"}';
const INSIDE = /private or reserved network/;

const accountFor = (...callbackHosts: string[]): AtsAccount => ({
  ...{ id: 'acme', connection: 'main', company: 'Acme', owner: 'owner@example.org', callbackHosts },
  resultWords: ATS_RESULT_WORDS,
});

/** Answers each question with the next of these addresses. */
function namesLeadTo(...addresses: string[]): LookupFunction & { asked: number } {
  const lookup = Object.assign(
    ((_name, options, answer) => {
      const address = addresses[Math.min(lookup.asked, addresses.length - 1)] ?? '';
      lookup.asked += 1;
      const family = address.includes(':') ? 6 : 4;
      if (options.all) answer(null, [{ address, family }]);
      else answer(null, address, family);
    }) as LookupFunction,
    { asked: 0 },
  );
  return lookup;
}

function send(
  url: string,
  options: { hosts?: string[]; lookup?: LookupFunction; inside?: boolean; timeoutMs?: number } = {},
) {
  const account = accountFor(...(options.hosts ?? [new URL(url).host]));
  const sender = createCallbackSender({
    accounts: [{ account, signingSecrets: SECRETS, allowsPrivateCallbacks: options.inside ?? false }],
    lookup: options.lookup ?? namesLeadTo('127.0.0.1'),
    timeoutMs: options.timeoutMs ?? 2000,
  });
  return sender.send(account, { id: 'msg_1', url, body: BODY });
}

describe('an address that leads inside is refused when connecting', () => {
  test.each([
    ...['127.0.0.1', '127.8.9.1', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '169.254.170.2', '100.64.0.1', '100.127.255.254', '192.0.0.192', '198.18.0.1', '192.0.2.1'],
    ...['198.51.100.7', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', 'fec0::1'],
    ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:169.254.169.254', '::127.0.0.1', '::ffff:0:127.0.0.1'],
    ...['64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001::7f00:1', '100::1'],
    ...['2001:db8::1', '3fff::1', '5f00::1'],
  ])('a name that leads to %s', async (address) => {
    const lookup = namesLeadTo(address);
    expect(await send('https://hooks.example.com/x', { lookup })).toEqual({
      isTaken: false,
      reason: expect.stringMatching(INSIDE) as string,
    });
    expect(lookup.asked).toBe(1);
  });

  test.each([
    ['decimal', 'https://2130706433/'],
    ['octal', 'https://0177.0.0.1/'],
    ['hexadecimal', 'https://0x7f.1/'],
    ['short', 'https://127.1/'],
    ['in full width digits', 'https://１２７.０.０.１/'],
    ['IPv6', 'https://[::1]/'],
    ['IPv4 in IPv6', 'https://[::ffff:7f00:1]/'],
    ['NAT64', 'https://[64:ff9b::7f00:1]/'],
    ['metadata', 'https://169.254.169.254/latest/meta-data/'],
  ])('an address written out, %s, even where the account lists it', async (_name, url) => {
    expect(await send(url)).toEqual({ isTaken: false, reason: expect.stringMatching(INSIDE) as string });
  });

  test('one of several addresses of a name is enough', async () => {
    const lookup: LookupFunction = (_name, _options, answer) =>
      answer(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    expect(await send('https://hooks.example.com/', { lookup })).toMatchObject({
      reason: expect.stringMatching(INSIDE) as string,
    });
  });
});

describe('an address the account does not list is not even looked up', () => {
  const hosts = ['hooks.example.com', 'ats.example.org:8443', '.wild.example.net'];
  test.each([
    'http://hooks.example.com/',
    'https://hooks.example.com:8443/',
    'https://ats.example.org/',
    'https://hooks.example.com./',
    'https://hooks.example.com.evil.example/',
    'https://evil-hooks.example.com/',
    'https://hooks.example.com@evil.example/',
    `https://user:${'x'.repeat(6)}@hooks.example.com/`,
    'https://evil.example\\@hooks.example.com/',
    'https://wild.example.net/',
    'https://notwild.example.net/',
    'https://a.wild.example.net:8443/',
    'ftp://hooks.example.com/',
    'file:///etc/passwd',
    'gopher://hooks.example.com/',
    'javascript:alert(1)',
    '//hooks.example.com/',
    'https://',
    'not an address',
    '',
    `https://hooks.example.com/${'a'.repeat(300)}`,
  ])('%s', async (url) => {
    const lookup = namesLeadTo('127.0.0.1');
    expect(await send(url, { hosts, lookup })).toMatchObject({
      isTaken: false,
      reason: expect.stringMatching(/^The callback address /) as string,
    });
    expect(lookup.asked).toBe(0);
  });
});

describe('at a receiver', () => {
  let server: Server;
  let port = 0;
  let answer: Parameters<typeof createServer>[1] = undefined;
  const received: { headers: Record<string, string>; body: string; path: string }[] = [];

  beforeAll(async () => {
    const pems = await generate([{ name: 'commonName', value: 'hooks.example.com' }], {
      keyType: 'ec',
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'hooks.example.com' }] }],
    });
    setDefaultCACertificates([...getCACertificates('default'), pems.cert]);
    server = createServer({ key: pems.private, cert: pems.cert }, (incoming, outgoing) => {
      let body = '';
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('end', () => {
        received.push({ headers: incoming.headers as Record<string, string>, body, path: incoming.url ?? '' });
        answer?.(incoming, outgoing);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const deliver = (handler: typeof answer, timeoutMs?: number) => {
    answer = handler;
    received.length = 0;
    return send(`https://hooks.example.com:${port}/callback`, { inside: true, ...(timeoutMs ? { timeoutMs } : {}) });
  };

  test('a message arrives once, signed by every secret of the account', async () => {
    expect(await deliver((_in, out) => out.writeHead(204).end())).toEqual({ isTaken: true });
    expect(received).toHaveLength(1);
    const { headers = {}, body = '' } = received[0] ?? {};
    expect(body).toBe(BODY);
    for (const secret of SECRETS) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(BODY));
    expect(headers['webhook-id']).toBe('msg_1');
  });

  test('a redirect is not followed', async () => {
    const outcome = await deliver((_in, out) =>
      out.writeHead(307, { location: `https://hooks.example.com:${port}/other` }).end(),
    );
    expect(outcome).toEqual({ isTaken: false, reason: 'The address answered 307. Redirects are not followed.' });
    expect(received.map(({ path }) => path)).toEqual(['/callback']);
  });

  test('an error is not taken for an answer', async () => {
    const outcome = await deliver((_in, out) => out.writeHead(500).end('secret words of theirs'));
    expect(outcome).toEqual({ isTaken: false, reason: 'The address answered 500.' });
  });

  test('a body without end is not read', async () => {
    const outcome = await deliver((_in, out) => {
      out.writeHead(200);
      const more = (): unknown =>
        !out.destroyed && (out.write('x'.repeat(65_536)) ? setImmediate(more) : out.once('drain', more));
      more();
    });
    expect(outcome).toEqual({ isTaken: true });
  });

  test('a receiver that never answers is given up', async () => {
    expect(await deliver(() => undefined, 300)).toEqual({ isTaken: false, reason: 'No answer within 0.3 seconds.' });
  });

  test('heads without end are given up', async () => {
    const outcome = await deliver((_in, out) => out.writeHead(200, { 'x-much': 'x'.repeat(20_000) }).end());
    expect(outcome).toEqual({ isTaken: false, reason: 'The connection failed: HPE_HEADER_OVERFLOW.' });
  });

  test('a name that leads outside at first and inside later is refused the second time', async () => {
    const url = `https://hooks.example.com:${port}/callback`;
    const account = accountFor(new URL(url).host);
    const lookup = namesLeadTo('93.184.215.14', '127.0.0.1');
    const accounts = [{ account, signingSecrets: SECRETS, allowsPrivateCallbacks: false }];
    const sender = createCallbackSender({ accounts, lookup, timeoutMs: 200 });
    received.length = 0;
    expect(await sender.send(account, { id: '1', url, body: BODY })).not.toMatchObject({
      reason: expect.stringMatching(INSIDE) as string,
    });
    expect(await sender.send(account, { id: '1', url, body: BODY })).toMatchObject({
      reason: expect.stringMatching(INSIDE) as string,
    });
    expect(lookup.asked).toBe(2);
    expect(received).toEqual([]);
  });
});

test('an account without a secret sends nothing', async () => {
  const sender = createCallbackSender({ accounts: [] });
  const outcome = await sender.send(accountFor('hooks.example.com'), {
    id: '1',
    url: 'https://hooks.example.com/',
    body: BODY,
  });
  expect(outcome).toEqual({ isTaken: false, reason: 'The account has no signing secret.' });
});

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { flowComponent, start, to } from '../testing/flow-xml.ts';
import { createLeadOrg } from '../testing/lead-org.ts';
import { ACK } from '../testing/soap-listener.ts';

type SetupPage = { title: string; rows: { requests: { label: string; path: string }[] }[] }[];

const HOUR_MS = 3_600_000;
const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const sends = (name: string, next = '') =>
  `<actionCalls><name>${name}</name><actionName>Lead.${name}</actionName><actionType>outboundMessage</actionType>${next}<flowTransactionModel>CurrentTransaction</flowTransactionModel></actionCalls>`;
const both = flowComponent(
  sends('Told', to('Asked')) + sends('Asked') + start('Lead', { when: 'After', to: 'Told', saves: 'Create' }),
  'Sends_Both',
);

function setup(endpoint?: string) {
  const org = createLeadOrg([both], endpoint);
  ends.push(org.stop);
  org.outbound.mode = {};
  const insert = (count = 1) => {
    const row = { LastName: 'Ada', Company: 'x' };
    org.org.insertAs(
      org.user('requester'),
      'Lead',
      Array.from({ length: count }, () => row),
    );
    return org.settled();
  };
  const asUser = (name: string, method: string, path: string) =>
    org.app.request(path, {
      method,
      headers: { cookie: `sid=${org.sessions.create(org.user(name)).id}` },
    });
  return { ...org, insert, asUser };
}

/** A listener that answers only when it is told to. */
async function slowListener() {
  const waiting: ServerResponse[] = [];
  const server: Server = createServer((request, response) => {
    request.resume().on('end', () => waiting.push(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(
    () => void server.closeAllConnections(),
    () => void server.close(),
  );
  const answerAll = () =>
    waiting.splice(0).forEach((response) => response.writeHead(200, { 'Content-Type': 'text/xml' }).end(ACK));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, waiting, answerAll };
}

const until = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 5000, interval: 5 });

test('after 24 hours of the org without an Ack messages are failed; Setup sends them again or forgets them', async () => {
  const { insert, outbound, clock, asUser } = setup();
  await insert();
  expect(outbound.pending().map(({ message }) => message)).toEqual(['Lead.Told', 'Lead.Asked']);
  for (let hours = 0; outbound.pending().length > 0; hours += 1) {
    expect(hours).toBeLessThan(60);
    clock.set({ advanceMs: HOUR_MS });
    await until(() =>
      outbound
        .pending()
        .every(({ nextAttemptAt }) => nextAttemptAt && Date.parse(nextAttemptAt) > clock.now().getTime()),
    );
  }
  const [first, second] = outbound.failed();
  expect(first).toMatchObject({ lastError: expect.stringContaining('fetch failed') });
  expect(Date.parse(String(first?.queuedAt))).toBeLessThan(clock.now().getTime() - 20 * HOUR_MS);
  const tables = (await (
    await asUser('admin', 'GET', '/lightning/setup/tables?node=WorkflowOmStatus')
  ).json()) as SetupPage;
  const offered = tables
    .find(({ title }) => title === 'Failed outbound messages')
    ?.rows.map(({ requests }) => requests);
  expect(offered).toMatchObject([first, second].map(() => [{ label: 'Retry' }, { label: 'Delete' }]));
  const [retry, remove] = [String(offered?.[0]?.[0]?.path), String(offered?.[1]?.[1]?.path)];
  expect((await asUser('requester', 'POST', retry)).status).toBe(403);
  expect((await asUser('admin', 'POST', retry)).status).toBe(204);
  expect(outbound.pending()).toMatchObject([{ id: first?.id, attempts: expect.any(Number) }]);
  expect((await asUser('admin', 'DELETE', remove)).status).toBe(204);
  expect(outbound.failed()).toEqual([]);
  expect((await asUser('admin', 'DELETE', remove)).status).toBe(404);
});

test('messages of several kinds travel apart, each with what its own record holds when it leaves', async () => {
  const { url, waiting, answerAll } = await slowListener();
  const { insert, outbound } = setup(url);
  await insert(3);
  await until(() => waiting.length === 2);
  expect(outbound.pending()).toHaveLength(6);
  answerAll();
  await until(() => outbound.pending().length === 0);
});

test('at most ten are on the way at once, the others leave when one is answered', async () => {
  const { url, waiting, answerAll } = await slowListener();
  const { insert, outbound } = setup(url);
  outbound.mode = { reorder: true };
  await insert(12);
  await until(() => waiting.length === 10);
  answerAll();
  await until(() => waiting.length === 10);
  expect(outbound.pending()).toHaveLength(14);
  answerAll();
  await until(() => waiting.length === 4);
  expect(outbound.pending()).toHaveLength(4);
  answerAll();
  await until(() => outbound.pending().length === 0);
});

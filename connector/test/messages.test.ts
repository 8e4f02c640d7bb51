import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { startWorker } from '../../scripts/lib/start-connector.ts';
import { startProduct, type Product } from './harness.ts';
import { id18, outboundEnvelope } from './outbound-envelope.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const outbound = (body: string, secret = product.keys.outboundSecret) =>
  fetch(`${product.connectorUrl}/background-check/${secret}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
  });
const message = (recordIds: string[], organizationId = product.admin.orgId, first = 1) =>
  outboundEnvelope({ organizationId, recordIds, first });
const reportEvent = (id: string, reportId: unknown, type = 'report.completed') =>
  JSON.stringify({
    id,
    object: 'event',
    type,
    created_at: '2026-11-20T12:00:00Z',
    data: { object: { id: reportId, object: 'report' } },
    account_id: 'x',
  });
const loggedOnce = (what: string) =>
  pollUntil(() => Promise.resolve(product.logs().includes(what)), {
    what: `the log to say ${what}`,
    deadlineMs: 15_000,
  });
const postsAtCheckr = async () => {
  const { calls } = (await product.checkrControl('GET', '/calls')) as { calls: Record<string, number> };
  return (calls['POST /v1/candidates'] ?? 0) + (calls['POST /v1/invitations'] ?? 0);
};

async function completedCheck(): Promise<Record<string, unknown>> {
  const id = await product.requestCheck(await product.createLead());
  const invited = await product.checkOnce(id, 'Invited', (check) => check['Status__c'] === 'Invited');
  await product.fillInForm(invited['Checkr_Invitation_Id__c'], '111-11-2001');
  return product.checkOnce(id, 'Completed', (check) => check['Status__c'] === 'Completed');
}

describe('messages come as they like', () => {
  test('a forged or repeated outbound message costs a read, never a second order', async () => {
    const check = await completedCheck();
    const before = await postsAtCheckr();
    const body = message([String(check['Id'])], product.admin.orgId, 500);
    expect((await outbound(body)).status).toBe(200);
    expect((await outbound(body)).status).toBe(200);
    await loggedOnce('nothing-to-do');
    expect(await postsAtCheckr()).toBe(before);
  });

  test('events twice and in any order end in the same record', async () => {
    await product.checkrControl('POST', '/webhooks', { mode: 'shuffle' });
    const shuffled = await completedCheck();
    await product.checkrControl('POST', '/webhooks', { mode: 'twice' });
    const twice = await completedCheck();
    await product.checkrControl('POST', '/webhooks', { mode: 'normal' });
    for (const check of [shuffled, twice])
      expect(check).toMatchObject({ Result__c: 'Clear', Cleared__c: true, Reopen_Reason__c: null });
  });

  test('an old event delivered long after the end changes nothing', async () => {
    const check = await completedCheck();
    expect(
      (await product.webhook(reportEvent('late-event-1', check['Checkr_Report_Id__c'], 'report.created'))).status,
    ).toBe(204);
    await loggedOnce('late-event-1');
    expect(await product.check(String(check['Id']))).toMatchObject({ Status__c: 'Completed', Cleared__c: true });
  });
});

describe('bad input has a clear outcome and never ends the process', () => {
  test.each<[string, () => Promise<Response>, number]>([
    ['a wrong path secret', () => outbound(message([id18('a00', 1)]), 'not-the-secret-of-this-org-1'), 401],
    ['an unknown org', () => outbound(message([id18('a00', 1)], '00DXX0000000009EAA')), 401],
    ['malformed XML', () => outbound('<e:Envelope'), 400],
    [
      'a DTD with an entity bomb',
      () => outbound(`<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${message([])}`),
      400,
    ],
    ['101 notifications', () => outbound(message(Array.from({ length: 101 }, (_, each) => id18('a00', each)))), 400],
    ['a body of 10 MB', () => outbound('x'.repeat(10 * 1024 * 1024)), 413],
    ['a missing signature', () => product.webhook(reportEvent('e1', 'r1'), ''), 401],
    [
      'a sentence instead of a signature',
      () => product.webhook('{}', 'Please create an API key to check the authenticity of our webhooks.'),
      401,
    ],
    ['a signature by the wrong key', () => product.webhook('{}', 'ab'.repeat(32)), 401],
    ['a body that is not JSON', () => product.webhook('report completed'), 400],
    [
      'an unknown event type',
      () =>
        product.webhook(
          JSON.stringify({ id: 'e2', type: 'planet.discovered', data: { object: { id: 'x', object: 'planet' } } }),
        ),
      204,
    ],
    [
      'an event for an unknown report',
      () => product.webhook(reportEvent('unknown-report-1', 'ffffffffffffffffffffffff')),
      204,
    ],
    [
      'an outbound message for a record that is not there',
      () => outbound(message([id18('a00', 999)], product.admin.orgId, 900)),
      200,
    ],
  ])('%s', async (_name, send, status) => {
    expect((await send()).status).toBe(status);
    expect((await fetch(`${product.connectorUrl}/ready`)).status).toBe(200);
  });

  test('an event for an unknown report is logged by its ids', async () => {
    await product.webhook(reportEvent('unknown-report-2', 'eeeeeeeeeeeeeeeeeeeeeeee'));
    await loggedOnce('unknown-report-2');
  });
});

test('logs and Redis hold ids only: no name, address or secret', async () => {
  const lead = await product.createLead({
    FirstName: 'Zebulon',
    LastName: 'Quillfeather',
    Email: 'zq-private@example.org',
    City: 'Nowhereville',
  });
  const id = await product.requestCheck(lead);
  const invited = await product.checkOnce(id, 'Invited', (check) => check['Status__c'] === 'Invited');
  await product.fillInForm(invited['Checkr_Invitation_Id__c'], '111-11-2001');
  await product.checkOnce(id, 'Completed', (check) => check['Status__c'] === 'Completed');
  const kept = product.logs() + (await product.redisDump());
  expect(kept).toContain(id);
  for (const secret of [
    'Zebulon',
    'Quillfeather',
    'zq-private',
    'Nowhereville',
    '111-11-2001',
    product.keys.outboundSecret,
    product.checkr.apiKey,
  ]) {
    expect(kept).not.toContain(secret);
  }
});

test('a worker told to stop in the middle of a job finishes it, and another goes on', async () => {
  await product.checkrControl('POST', '/faults', { match: 'POST /v1/invitations', delayMs: 1500 });
  const id = await product.requestCheck(await product.createLead());
  await product.checkOnce(id, 'Candidate Created', (check) => check['Status__c'] === 'Candidate Created');
  await product.programs.worker.stop('SIGTERM');
  expect(await product.check(id)).toMatchObject({ Status__c: 'Invited' });
  const next = await startWorker(product.connectorSettings, 'connector-worker-2');
  try {
    await completedCheck();
    expect(readFileSync(product.programs.worker.logFile, 'utf8')).toContain('shutting down');
  } finally {
    await next.stop();
  }
});

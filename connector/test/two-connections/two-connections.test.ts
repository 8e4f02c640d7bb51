import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn, type Row } from '../../../scripts/lib/org-session.ts';
import { pollUntil } from '../../../scripts/lib/poll-until.ts';
import { CONNECTOR_USERNAME } from '../../../scripts/lib/start-connector.ts';
import { attachConsent } from '../attach-consent.ts';
import { outboundEnvelope } from '../outbound-envelope.ts';
import { connection, startPair, type Pair, type Side } from './pair.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.close());

const CHECK = 'Background_Check__c';
const COLUMNS =
  'Id, Status__c, Result__c, Cleared__c, Error_Help__c, Requested_Action__c, Connection_Key__c, Package__r.Slug__c, ' +
  'Checkr_Candidate_Id__c, Checkr_Invitation_Id__c, Checkr_Report_Id__c, LastModifiedDate';

const someLead = (more: Row = {}): Row => ({
  ...{ FirstName: 'Grace', LastName: 'Sample', Company: 'Volunteers', City: 'Springfield', State: 'IL' },
  ...{ PostalCode: '62701', Country: 'US', Email: `applicant-${randomUUID().slice(0, 8)}@example.org` },
  ...more,
});
/** What a direct report needs beside the address. */
const answers = {
  ...{ SSN__c: '111112001', No_Middle_Name__c: true, Birthdate__c: '1990-04-01' },
  Background_Check_Consent_At__c: '2026-11-01T12:00:00Z',
};

const someone = async ({ requester, name }: Side): Promise<string> => {
  const lead = await requester.create('Lead', someLead(name === 'sandbox' ? answers : {}));
  if (name === 'sandbox') await attachConsent(requester, lead);
  return lead;
};
const requestFor = ({ requester }: Side, lead: string): Promise<string> =>
  requester.uiCreate(CHECK, { Lead__c: lead, Source__c: 'Button' });
const request = async (side: Side): Promise<string> => requestFor(side, await someone(side));
const read = async ({ admin }: Side, id: string): Promise<Row> => {
  const [row] = await admin.query(`SELECT ${COLUMNS} FROM ${CHECK} WHERE Id = '${id}'`);
  return row ?? {};
};
const ends = (side: Side, id: string, status: string): Promise<Row> =>
  pollUntil(async () => [await read(side, id)].find((row) => row['Status__c'] === status), {
    what: `the check of ${side.name} to be ${status}`,
    deadlineMs: 30_000,
  });
const applicant = {
  ...{ first_name: 'Grace', no_middle_name: true, last_name: 'Sample', dob: '1990-04-01' },
  ...{ ssn: '111-11-2001', zipcode: '62701' },
};
const fillInForm = ({ control }: Side, invitationId: unknown): Promise<unknown> =>
  control('checkr', 'POST', `/invitations/${String(invitationId)}/complete`, {
    ...{ ...applicant, consent: true },
  });
const reportEvent = (id: string, reportId: unknown): string =>
  JSON.stringify({
    ...{ id, object: 'event', type: 'report.completed', created_at: '2026-11-20T12:00:00Z' },
    ...{ data: { object: { id: reportId, object: 'report' } }, account_id: 'x' },
  });

describe('a production org and a sandbox in one deployment', () => {
  test('each orders from its own account, in its own style, its own default package', async () => {
    const [live, sandbox] = await Promise.all([request(pair.live), request(pair.sandbox)]);
    const invited = await ends(pair.live, live, 'Invited');
    await fillInForm(pair.live, invited['Checkr_Invitation_Id__c']);
    expect(await ends(pair.live, live, 'Completed')).toMatchObject({
      Connection_Key__c: `${pair.live.admin.orgId}/live`,
      Package__r: { Slug__c: 'tasker_pro' },
      Cleared__c: true,
    });
    expect(await ends(pair.sandbox, sandbox, 'Completed')).toMatchObject({
      Connection_Key__c: `${pair.sandbox.admin.orgId}/test`,
      Package__r: { Slug__c: 'tasker_standard' },
      Checkr_Invitation_Id__c: null,
      Cleared__c: true,
    });
    expect([await pair.live.orders(), await pair.sandbox.orders()]).toEqual([2, 2]);
  });

  test('a webhook signed with one connection’s key never changes the other’s records', async () => {
    const id = await request(pair.live);
    const invited = await ends(pair.live, id, 'Invited');
    await pair.live.control('checkr', 'POST', '/webhooks', { mode: 'drop' });
    await fillInForm(pair.live, invited['Checkr_Invitation_Id__c']);
    const reportId = await completedReport(pair.live);
    const before = await read(pair.live, id);
    expect((await pair.webhook(reportEvent('crossed-event', reportId), pair.sandbox.keys.checkrApiKey)).status).toBe(
      204,
    );
    expect((await pair.webhook(reportEvent('right-event', reportId), pair.live.keys.checkrApiKey)).status).toBe(204);
    await ends(pair.live, id, 'Completed');
    const rows = await pair.live.admin.query(`SELECT Source_Event_Id__c FROM Background_Check_Event__c`);
    expect(before).toMatchObject({ Status__c: 'Invited' });
    expect(rows.map((row) => row['Source_Event_Id__c'])).not.toContain('crossed-event');
    await pair.live.control('checkr', 'POST', '/webhooks', { mode: 'normal' });
  });

  test('a record copied into a refreshed sandbox is never ordered, polled or changed', async () => {
    const copies = await copiesOfLiveRecords();
    const before = await Promise.all(copies.map((id) => read(pair.sandbox, id)));
    const orders = await pair.sandbox.orders();
    const ticket = {
      RECONCILE_EVERY_SECONDS: '1',
      RECONCILE_ACTIONS_AFTER_MINUTES: '0',
      RECONCILE_OPEN_AFTER_MINUTES: '0',
    };
    const eager = await pair.start('worker', ticket);
    const event = reportEvent('event-for-a-copy', before[1]?.['Checkr_Report_Id__c']);
    await pair.webhook(event, pair.sandbox.keys.checkrApiKey);
    const notified = outboundEnvelope({ organizationId: pair.sandbox.admin.orgId, recordIds: copies });
    const door = `${pair.connectorUrl}/background-check/${pair.sandbox.keys.outboundSecret}`;
    expect((await fetch(door, { method: 'POST', body: notified })).status).toBe(200);
    // Something of its own is ordered after them and comes through: so they had their turn.
    await ends(pair.sandbox, await request(pair.sandbox), 'Completed');
    await eager.stop();
    expect(await Promise.all(copies.map((id) => read(pair.sandbox, id)))).toEqual(before);
    expect(await pair.sandbox.orders()).toBe(orders + 2);
  });

  test('while one org is down and over its limit, the other’s checks run on', async () => {
    const down = { times: 1_000_000, status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED' };
    const faults = ['* /query', 'PATCH /sobjects', '* /composite'].map((match) => ({ match, ...down }));
    const lead = await someone(pair.sandbox);
    await pair.sandbox.control('org', 'PUT', '/faults', faults);
    const stuck = await requestFor(pair.sandbox, lead);
    const ids = await Promise.all(Array.from({ length: 10 }, () => request(pair.live)));
    await Promise.all(ids.map((id) => ends(pair.live, id, 'Invited')));
    await pair.sandbox.control('org', 'PUT', '/faults', []);
    expect(await read(pair.sandbox, stuck)).toMatchObject({ Status__c: 'Requested' });
  });
});

describe('keys', () => {
  test('a new key and the old one both prove a webhook while one is rotated out', async () => {
    const [next, old] = [`${randomUUID()}next`, pair.live.keys.checkrApiKey];
    const web = await pair.start('web', { LIVE_CHECKR_API_KEYS: `${next},${old}` });
    const send = (key: string) => rotated(web.url, key);
    expect([await send(next), await send(old), await send(`${randomUUID()}other`)]).toEqual([204, 204, 401]);
    await web.stop();
  });

  test('one key in two connections refuses to start, and says which variable', async () => {
    const both = { LIVE_CHECKR_API_KEYS: pair.sandbox.keys.checkrApiKey };
    await expect(pair.start('web', both)).rejects.toThrow(/CHECKR_API_KEYS: the same key in two connections/);
    await expect(pair.start('worker', both)).rejects.toThrow(/CHECKR_API_KEYS: the same key in two connections/);
  });
});

describe('a test account in a production org, and a live account in a sandbox', () => {
  test('are refused before anything is paid for, and the record says why', async () => {
    await pair.worker.stop();
    const [live, sandbox] = [await request(pair.live), await request(pair.sandbox)];
    const before = [await pair.live.orders(), await pair.sandbox.orders()];
    const crossed = await pair.start(
      'worker',
      {
        ...connection('LIVE', pair.live, pair.sandbox.checkr, {
          CHECKR_MODE: 'test',
          CHECKR_DEFAULT_PACKAGE: 'tasker_pro',
        }),
        ...connection('SANDBOX', pair.sandbox, pair.live.checkr, {
          ...{ CHECKR_MODE: 'live', CHECKR_DEFAULT_PACKAGE: 'tasker_pro' },
        }),
        ...{ RECONCILE_EVERY_SECONDS: '1', RECONCILE_ACTIONS_AFTER_MINUTES: '0' },
      },
      { sharing: false },
    );
    const refused = [await ends(pair.live, live, 'Error'), await ends(pair.sandbox, sandbox, 'Error')];
    await crossed.stop();
    expect(refused[0]?.['Error_Help__c']).toContain('production org, but the connector uses a Checkr test account');
    expect(refused[1]?.['Error_Help__c']).toContain(
      'sandbox or test org, but the connector uses a live Checkr account',
    );
    expect([await pair.live.orders(), await pair.sandbox.orders()]).toEqual(before);
    expect(refused.map((check) => check['Checkr_Candidate_Id__c'])).toEqual([null, null]);
  });
});

/** What a refresh leaves in a sandbox: a request, and an open check with its ids, both stamped by the other org. */
async function copiesOfLiveRecords(): Promise<string[]> {
  const { orgUrl, keys, control } = pair.sandbox;
  const connector = await signIn(orgUrl, CONNECTOR_USERNAME, keys);
  const foreign = { Source__c: 'Button', Connection_Key__c: `${pair.live.admin.orgId}/live` };
  const lead = () => someone(pair.sandbox);
  // Ids of two accounts never meet; this one does, so that nothing but the stamp protects the copy.
  const { id: reportId } = (await control('checkr', 'POST', '/reports', {
    ...{ source: 'manual_order', package: 'tasker_standard', work_locations: [{ country: 'US', state: 'IL' }] },
    candidate: { ...applicant, email: 'copied@example.org' },
  })) as { id: string };
  const requested = await connector.create(CHECK, {
    ...{ ...foreign, Lead__c: await lead(), Status__c: 'Requested', Requested_Action__c: 'Order' },
  });
  const open = await connector.create(CHECK, {
    ...{ ...foreign, Lead__c: await lead(), Status__c: 'In Progress', Checkr_Report_Id__c: reportId },
  });
  return [requested, open];
}

/** The id of the newest report this account completed. */
function completedReport({ control }: Side): Promise<string> {
  return pollUntil(
    async () => {
      const answer = (await control('checkr', 'GET', '/deliveries?type=report.completed&state=dropped')) as {
        deliveries: { object_id: string }[];
      };
      return answer.deliveries.at(-1)?.object_id;
    },
    { what: 'the report to be complete', deadlineMs: 30_000 },
  );
}

async function rotated(url: string, key: string): Promise<number> {
  const body = reportEvent(randomUUID(), 'ffffffffffffffffffffffff');
  const signature = createHmac('sha256', key).update(body).digest('hex');
  const headers = { 'x-checkr-signature': signature };
  return (await fetch(`${url}/checkr`, { method: 'POST', body, headers })).status;
}

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workshop } from '../src/cli/workshop.ts';
import { connectorEnv } from '../../scripts/lib/start-connector.ts';
import { startProduct, type Product } from './harness.ts';
import { runCommand, type Said } from './operator.ts';

const PASSWORD = 'a-long-password';
const CLEAR = '111-11-2001';
const DAY_MS = 24 * 60 * 60 * 1000;

let product: Product;
let env: Record<string, string>;
let adminPassword = '';

beforeAll(async () => {
  adminPassword = (await runCommand(['--json', 'hash-password'], { env: {}, input: `${PASSWORD}\n` })).json[
    'ADMIN_PASSWORD_HASH'
  ] as string;
  product = await startProduct({ connectorEnv: { ADMIN_PASSWORD_HASH: adminPassword } });
  env = connectorEnv(product.connectorSettings);
});
afterAll(() => product.close());

const run = (args: string[], input = ''): Promise<Said> => runCommand(['--json', ...args], { env, input });
const invited = async (): Promise<Record<string, unknown>> => {
  const id = await product.requestCheck(await product.createLead());
  return product.checkOnce(id, 'Invited', (row) => row['Status__c'] === 'Invited');
};
/** Until then the event of the invitation may be read as late as to find what came after it. */
const untilNoted = (invitationId: unknown) => {
  const soql = `SELECT Id FROM Background_Check_Event__c WHERE Vendor_Object_Id__c = '${String(invitationId)}'`;
  return untilTrue(
    () => product.admin.query(soql),
    (rows) => rows.length > 0,
  );
};

describe('replay', () => {
  afterAll(() => product.checkrControl('POST', '/webhooks', { mode: 'normal' }));

  test('shows field by field what would change and writes nothing; with --apply the worker writes it', async () => {
    const check = await invited();
    const id = String(check['Id']);
    await untilNoted(check['Checkr_Invitation_Id__c']);
    await product.checkrControl('POST', '/webhooks', { mode: 'drop' });
    await product.fillInForm(check['Checkr_Invitation_Id__c'], CLEAR);
    const reports = async () => {
      const said = await run(['replay', '--check', id]);
      return { said, fields: fieldsOf(said) };
    };
    const rehearsed = await untilTrue(reports, ({ fields }) => fields['status']?.[1] === 'Completed');
    expect(rehearsed.fields).toMatchObject({
      status: ['Invited', 'Completed'],
      result: [null, 'Clear'],
      reportUrl: [null, expect.stringContaining('/reports/')],
    });
    expect(rehearsed.said.code).toBe(0);
    expect((await product.check(id))['Status__c']).toBe('Invited');

    const applied = await run(['replay', '--check', id, '--apply']);
    expect(applied.json['applied']).toBe(true);
    const done = await product.checkOnce(id, 'Completed', (row) => row['Status__c'] === 'Completed');
    expect(done['Cleared__c']).toBe(true);
    expect(fieldsOf(await run(['replay', '--check', id]))).toEqual({});
  });

  test('what is not there is named and ends with 1; the others are read all the same', async () => {
    const { Name: name } = await invited();
    const gone = { report: '0123456789abcdef01234567', check: 'a04000000000001AAA', event: 'no-such-event' };
    const named = Object.entries(gone).flatMap(([kind, id]) => [`--${kind}`, id]);
    const said = await run(['replay', '--check', String(name), ...named]);
    expect(said.code).toBe(1);
    expect(said.json['missing']).toEqual([gone.check, gone.event]);
    expect(said.json['replayed']).toMatchObject([
      { objectType: 'report', objectId: gone.report, outcome: 'not-at-checkr' },
      { objectType: 'invitation', outcome: 'no-change' },
    ]);
  });

  test.each([
    [['--check', '500BC'], /15 or 18 characters/],
    [['--since', '2026-11-30', '--until', '2026-11-29'], /Nothing lies between/],
  ])('%s is refused before anything is read', async (args, words) => {
    await expect(run(['replay', ...args])).rejects.toThrow(words);
  });

  test('without anything named it says what can be', async () => {
    await expect(run(['replay'])).rejects.toThrow(/--check.*--since/);
  });

  test('a moment that is none is refused', async () => {
    await expect(run(['replay', '--since', 'yesterday'])).rejects.toThrow(/2026-11-20/);
  });
});

test('reconcile takes up at once what would lie for ten minutes', async () => {
  await product.orgControl('PUT', '/outbound/mode', { drop: 1 });
  const id = await product.requestCheck(await product.createLead());
  const said = await run(['reconcile', '--everything']);
  expect(said.json['found']).toMatchObject([{ connection: 'main', actions: expect.any(Number) as number }]);
  await product.checkOnce(id, 'Invited', (row) => row['Status__c'] === 'Invited');
});

test('packages sync brings a package that is not there, and leaves one retired that an admin retired', async () => {
  const packages = async () => {
    const rows = await product.admin.query('SELECT Id, Slug__c, Active__c FROM Background_Check_Package__c');
    return new Map(rows.map((row) => [row['Slug__c'], row]));
  };
  const idOf = (row: Record<string, unknown> | undefined) => String(row?.['Id']);
  const before = await packages();
  const [retired, removed] = ['tasker_pro', 'driver_standard'];
  await product.admin.update('Background_Check_Package__c', idOf(before.get(retired)), { Active__c: false });
  await product.admin.uiDelete(idOf(before.get(removed)));
  expect((await run(['packages', 'sync'])).code).toBe(0);
  const after = await packages();
  expect(after.get(retired)).toMatchObject({ Active__c: false });
  expect(after.get(removed)).toMatchObject({ Active__c: true });
});

test('without Redis no command but the doctor begins', async () => {
  const away = { env: { ...env, REDIS_URL: 'redis://127.0.0.1:1' } };
  await expect(runCommand(['packages', 'sync'], away)).rejects.toThrow('redis-away');
});

test('parked events are listed, and tried again', async () => {
  const candidate = await checkr('/candidates', {
    ...{ email: 'nobody-here@example.org', first_name: 'Nora', last_name: 'Sample', no_middle_name: true },
    work_locations: [{ country: 'US', state: 'IL', city: 'Springfield' }],
  });
  const invitation = await checkr('/invitations', {
    ...{ candidate_id: candidate['id'], package: 'tasker_standard' },
    work_locations: [{ country: 'US', state: 'IL', city: 'Springfield' }],
  });
  const parked = await untilTrue(
    async () => (await run(['parked'])).json['parked'] as { eventId: string; objectId: string }[],
    (events) => events.some(({ objectId }) => objectId === invitation['id']),
  );
  const eventId = parked.find(({ objectId }) => objectId === invitation['id'])?.eventId ?? '';
  expect((await run(['parked', 'retry', eventId])).json).toEqual({ tried: [eventId], unknown: [] });
  const unknown = await run(['parked', 'retry', 'no-such-event']);
  expect([unknown.code, unknown.json['unknown']]).toEqual([1, ['no-such-event']]);
});

async function checkr(path: string, body: object): Promise<Record<string, unknown>> {
  const { apiBase, apiKey } = product.checkr;
  const headers = { authorization: `Basic ${btoa(`${apiKey}:`)}`, 'content-type': 'application/json' };
  const answer = await fetch(`${apiBase}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as Record<string, unknown>;
}

test('queue shows what waits, pauses and goes on', async () => {
  await run(['queue', 'pause']);
  const check = await product.requestCheck(await product.createLead());
  const waiting = await untilTrue(
    async () => (await run(['queue'])).json['queues'] as { counts: { waiting: number }; isPaused: boolean }[],
    ([main]) => (main?.counts.waiting ?? 0) > 0,
  );
  expect(waiting).toMatchObject([{ connection: 'main', isPaused: true }]);
  expect((await run(['queue', 'resume'])).code).toBe(0);
  await product.checkOnce(check, 'Invited', (row) => row['Status__c'] === 'Invited');
  expect((await run(['queue', 'retry'])).code).toBe(0);
});

test('purge counts; without the right to delete it says how to get it, with it the old rows are gone', async () => {
  const ahead = new Date(Date.now() + 60_000).toISOString();
  await expect(run(['purge', '--before', ahead])).rejects.toThrow(/lies ahead/);
  // What the worker still notes meanwhile is younger.
  const before = new Date().toISOString();
  // The rows were made just now, and are old tomorrow.
  const bend = (workshop: Workshop): Workshop => ({ ...workshop, now: () => Date.now() + DAY_MS });
  const purge = (...args: string[]) => runCommand(['--json', 'purge', '--before', before, ...args], { env, bend });
  const counted = await purge();
  const [{ rows = 0 } = {}] = counted.json['purged'] as { rows: number }[];
  expect(rows).toBeGreaterThan(0);
  const refused = await purge('--apply');
  expect(refused.code).toBe(1);
  expect(JSON.stringify(refused.json)).toMatch(/Background Check Purge Audit/);

  const [user] = await product.admin.query(
    `SELECT Id FROM User WHERE Username = '${String(env['SALESFORCE_USERNAME'])}'`,
  );
  const [set] = await product.admin.query("SELECT Id FROM PermissionSet WHERE Name = 'Background_Check_Purge_Audit'");
  await product.admin.create('PermissionSetAssignment', { AssigneeId: user?.['Id'], PermissionSetId: set?.['Id'] });
  const purged = await purge('--apply');
  expect(purged.json['purged']).toMatchObject([{ deleted: expect.any(Number) as number, refusal: null }]);
  expect((await purge()).json['purged']).toMatchObject([{ rows: 0 }]);
});

describe('doctor', () => {
  test('orders a check for an invented person, sees it invited and cancels it', async () => {
    const said = await run(['doctor', '--synthetic', await product.createLead()]);
    const finding = (said.json['findings'] as { step: string; words: string }[]).find(
      ({ step }) => step === 'synthetic-check',
    );
    expect(finding?.words).toMatch(/was ordered, invited and canceled again/);
  });

  test('says what is wrong with the person, and everything else besides', async () => {
    const said = await run(['doctor', '--synthetic', '00Q000000000001AAA']);
    expect(said.code).toBe(1);
    expect(said.json['findings']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ step: 'salesforce-login', state: 'ok' }),
        expect.objectContaining({ step: 'synthetic-check', state: 'broken' }),
      ]),
    );
  });

  test('never does so with a live account', async () => {
    const live = { ...env, CHECKR_MODE: 'live' };
    const args = ['doctor', '--synthetic', '00Q000000000001AAA'];
    await expect(runCommand(args, { env: live })).rejects.toThrow(/test accounts/);
  });

  test('before a release it asks for no worker and no Checkr', async () => {
    const said = await run(['doctor', '--release']);
    const steps = (said.json['findings'] as { step: string }[]).map(({ step }) => step);
    expect(steps).toContain('salesforce-login');
    expect(steps.filter((step) => step === 'worker' || step.startsWith('checkr'))).toEqual([]);
    expect(said.code).toBe(0);
  });

  const body = JSON.stringify({ id: 'e1', data: { object: { id: 'r1', object: 'report' } } });
  const capture = (signature: string, sent = body) =>
    `POST /checkr HTTP/1.1\r\nHost: connector.example.org\r\nX-Checkr-Signature: ${signature}\r\n\r\n${sent}`;
  const mac = (key: string) => createHmac('sha256', key).update(body).digest('hex');

  test('webhook says of a captured delivery whose key signed it', async () => {
    const said = await run(['doctor', 'webhook'], capture(mac(product.checkr.apiKey)));
    expect([said.code, said.json['words']]).toEqual([0, 'The signature fits: main, the first key.']);
  });

  test.each([
    [
      'the body was written anew',
      () => capture(mac(product.checkr.apiKey), JSON.stringify(JSON.parse(body), null, 2)),
      'body-changed',
    ],
    ['a sentence', () => capture('Please create an API key.'), 'sentence-instead-of-signature'],
    ['a strange key', () => capture(mac('another-key')), 'unknown-key-or-changed-body'],
  ])('webhook says why not: %s', async (_title, input, code) => {
    const said = await run(['doctor', 'webhook'], input());
    expect([said.code, said.json['code']]).toEqual([1, code]);
    expect(said.json['mend']).toBeTruthy();
    expect(JSON.stringify(said.json)).not.toContain(product.checkr.apiKey);
  });
});

describe('the page of the queues', () => {
  const page = (path: string, password: string | null, method = 'GET') =>
    fetch(`${product.connectorUrl}/admin/queues${path}`, {
      method,
      headers: password === null ? {} : { authorization: `Basic ${btoa(`operator:${password}`)}` },
    });

  test('asks for a login, and shows itself to the operator', async () => {
    const anonymous = await page('', null);
    expect([anonymous.status, anonymous.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('Basic'),
    ]);
    expect((await page('/api/queues', 'another-password')).status).toBe(401);
    const shown = await page('', PASSWORD);
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('<html')]);
  });

  test('is for looking only', async () => {
    const queues = (await (await page('/api/queues', PASSWORD)).json()) as {
      queues: { name: string; readOnlyMode: boolean }[];
    };
    expect(queues.queues).toMatchObject([{ name: 'connection-main', readOnlyMode: true }]);
    const paused = await page('/api/queues/connection-main/pause', PASSWORD, 'PUT');
    expect(paused.status).toBeGreaterThanOrEqual(400);
    expect((await run(['queue'])).json['queues']).toMatchObject([{ isPaused: false }]);
  });

  test('whoever guesses is stopped', async () => {
    const answers: number[] = [];
    for (let guess = 0; guess < 25; guess += 1) answers.push((await page('', `guess-${guess}`)).status);
    expect(answers.at(-1)).toBe(503);
  });
});

type Fields = Record<string, [before: unknown, after: unknown]>;

function fieldsOf(said: Said): Fields {
  const replayed = said.json['replayed'] as {
    changes: { fields: { field: string; before: unknown; after: unknown }[] }[];
  }[];
  const fields = replayed.flatMap(({ changes }) => changes.flatMap((change) => change.fields));
  return Object.fromEntries(fields.map(({ field, before, after }) => [field, [before, after]]));
}

async function untilTrue<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const value = await read();
    if (isSo(value)) return value;
    if (Date.now() > end) throw new Error(`waited in vain; last: ${JSON.stringify(value)}`);
  }
}

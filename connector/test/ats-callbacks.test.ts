import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../scripts/lib/org-session.ts';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import type { RunningAts } from '../../scripts/lib/start-ats.ts';
import { startProduct, type Product } from './harness.ts';

const CLEAR = '111-11-2001';
const CONSIDER = '111-11-2002';

let product: Product;
let ats: RunningAts;
beforeAll(async () => {
  const connectorEnv = { RECONCILE_EVERY_SECONDS: '1', ATS_RETRY_FIRST_SECONDS: '1' };
  product = await startProduct({ ats: true, connectorEnv });
  if (!product.ats) throw new Error('the stack has no ATS');
  ats = product.ats;
});
afterAll(() => product.close());
beforeEach(async () => {
  await ats.control('PUT', '/behaviour', { mode: 'accept' });
  await ats.control('DELETE', '/callbacks');
});

interface Callback {
  headers: Record<string, string>;
  body: Row;
  is_signed: true | string;
  answered: string;
}
const callbacks = async (id?: string) =>
  ((await ats.control('GET', '/callbacks')) as Callback[]).filter(
    ({ body }) => !id || body['background_check_id'] === id,
  );

/** An order, invited. */
async function ordered(): Promise<{ id: string; checkId: string; invitationId: unknown }> {
  const { order } = (await ats.control('POST', '/orders', {})) as { order: { background_check_id: string } };
  const id = order.background_check_id;
  const soql = `SELECT Id FROM Background_Check__c WHERE ATS_Background_Check_Id__c = '${id}'`;
  const [row] = await product.admin.query(soql);
  const checkId = String(row?.['Id']);
  const invited = await product.checkOnce(checkId, 'Invited', (check) => check['Status__c'] === 'Invited');
  return { id, checkId, invitationId: invited['Checkr_Invitation_Id__c'] };
}

async function ended(ssn: string, status: string) {
  const order = await ordered();
  await product.fillInForm(order.invitationId, ssn);
  await product.checkOnce(order.checkId, status, (check) => check['Status__c'] === status);
  return order;
}

const COLUMNS = ['Status', 'Result', 'Attempts', 'Number', 'Next_At'].map((name) => `ATS_Callback_${name}__c`);
async function callbackOf(checkId: string): Promise<Row> {
  const [row] = await product.admin.query(
    `SELECT ${COLUMNS.join(', ')} FROM Background_Check__c WHERE Id = '${checkId}'`,
  );
  return row ?? {};
}
const callbackOnce = (checkId: string, status: string) =>
  pollUntil(async () => [await callbackOf(checkId)].find((row) => row['ATS_Callback_Status__c'] === status), {
    what: `the callback to be ${status}`,
    deadlineMs: 30_000,
    everyMs: 50,
  });
const auditOf = (checkId: string) =>
  product.admin.query(
    `SELECT Outcome__c, Direction__c, Source__c, Type__c, Reason__c, Summary__c, Duration_Ms__c FROM Background_Check_Event__c ` +
      `WHERE Background_Check__c = '${checkId}' AND Type__c = 'ats.callback' ORDER BY CreatedDate, Id`,
  );

test('a completed check is told to the order’s webhook_url, once, in the payload of the document, signed', async () => {
  const { id, checkId } = await ended(CLEAR, 'Completed');
  expect(await callbackOnce(checkId, 'Delivered')).toMatchObject({
    ATS_Callback_Result__c: 'Pass',
    ATS_Callback_Attempts__c: 0,
  });
  const [callback, ...others] = await callbacks(id);
  expect(others).toEqual([]);
  expect(callback).toMatchObject({
    is_signed: true,
    body: {
      ...{ background_check_id: id, status: 'complete', result: 'Pass' },
      result_link_url: `${product.orgUrl}/lightning/r/Background_Check__c/${checkId}/view`,
    },
  });
  expect(await auditOf(checkId)).toMatchObject([
    {
      ...{ Outcome__c: 'Applied', Direction__c: 'Outbound', Type__c: 'ats.callback', Reason__c: null },
      ...{ Summary__c: 'Told "Pass".', Duration_Ms__c: expect.any(Number) as number },
    },
  ]);
});

test('nothing is told while a review is pending; what the reviewer decides is', async () => {
  const { id, checkId } = await ended(CONSIDER, 'Review Required');
  expect(await callbackOf(checkId)).toMatchObject({ ATS_Callback_Status__c: null });
  expect(await callbacks(id)).toEqual([]);
  const reviewer = await product.signIn('reviewer@example.org');
  await reviewer.update('Background_Check__c', checkId, {
    Requested_Action__c: 'Finalize Clear',
    Review_Reason__c: 'Old and minor, no risk here.',
  });
  await callbackOnce(checkId, 'Delivered');
  expect((await callbacks(id)).map(({ body }) => body['result'])).toEqual(['Pass']);
});

test('a canceled check is told as canceled, never as a pass', async () => {
  const { id, checkId } = await ordered();
  await product.admin.update('Background_Check__c', checkId, { Requested_Action__c: 'Cancel' });
  await callbackOnce(checkId, 'Delivered');
  expect((await callbacks(id)).map(({ body }) => body['result'])).toEqual(['Canceled']);
});

describe('a receiver in trouble', () => {
  test('is tried again with growing gaps until it takes the result, under the same message id, each try audited', async () => {
    await ats.control('PUT', '/behaviour', { mode: 'error', times: 2 });
    const { id, checkId } = await ended(CLEAR, 'Completed');
    await callbackOnce(checkId, 'Delivered');
    const tries = await callbacks(id);
    expect(tries.map(({ answered }) => answered)).toEqual(['error', 'error', 'accept']);
    expect(new Set(tries.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(tries.map(({ is_signed }) => is_signed)).toEqual([true, true, true]);
    expect((await auditOf(checkId)).map((row) => [row['Outcome__c'], row['Reason__c']])).toEqual([
      ['Failed', 'The address answered 500.'],
      ['Failed', 'The address answered 500.'],
      ['Applied', null],
    ]);
  });

  test('that redirects is not followed', async () => {
    await ats.control('PUT', '/behaviour', { mode: 'redirect', times: 1 });
    const { checkId } = await ended(CLEAR, 'Completed');
    await callbackOnce(checkId, 'Delivered');
    expect((await callbacks()).map(({ headers }) => headers['host'])).toHaveLength(2);
    expect((await auditOf(checkId))[0]).toMatchObject({
      Reason__c: 'The address answered 307. Redirects are not followed.',
    });
  });

  test('that answers without end costs nothing', async () => {
    await ats.control('PUT', '/behaviour', { mode: 'huge', times: 1 });
    const { checkId } = await ended(CLEAR, 'Completed');
    expect(await callbackOnce(checkId, 'Delivered')).toMatchObject({ ATS_Callback_Attempts__c: 0 });
  });

  test('is told in the end although Redis was emptied while a result waited', async () => {
    await ats.control('PUT', '/behaviour', { mode: 'error', times: 1 });
    const { checkId } = await ended(CLEAR, 'Completed');
    await pollUntil(async () => (await callbacks()).length >= 1, { what: 'the first try', deadlineMs: 30_000 });
    await product.emptyRedis();
    await callbackOnce(checkId, 'Delivered');
  });

  test('for three days is given up, and an administrator may have it told after all', async () => {
    await ats.control('PUT', '/behaviour', { mode: 'error' });
    const { checkId } = await ended(CLEAR, 'Completed');
    await pollUntil(async () => Number((await callbackOf(checkId))['ATS_Callback_Attempts__c']) > 0, {
      what: 'the first try',
      deadlineMs: 30_000,
    });
    const since = new Date(Date.now() - 73 * 60 * 60 * 1000).toISOString();
    await product.admin.update('Background_Check__c', checkId, { ATS_Callback_Since__c: since });
    await callbackOnce(checkId, 'Failed');
    await ats.control('PUT', '/behaviour', { mode: 'accept' });
    await product.admin.update('Background_Check__c', checkId, { ATS_Callback_Status__c: 'Pending' });
    expect(await callbackOnce(checkId, 'Delivered')).toMatchObject({ ATS_Callback_Number__c: 2 });
  });
});

test('a record copied from another org is never called back', async () => {
  const lead = await product.createLead();
  const connector = await product.signIn('connector@example.org');
  const { callback_url: url } = (await ats.control('GET', '')) as { callback_url: string };
  const checkId = await connector.create('Background_Check__c', {
    ...{
      Lead__c: lead,
      Source__c: 'ATS',
      Connection_Key__c: '00DXX0000000001EAA/live',
      ATS_Order_Key__c: 'ACCT123:foreign',
    },
    ...{ ATS_Account_Id__c: 'ACCT123', ATS_Background_Check_Id__c: 'foreign', ATS_Webhook_URL__c: `${url}/callbacks` },
  });
  await connector.update('Background_Check__c', checkId, {
    Status__c: 'Completed',
    Result__c: 'Clear',
    Requested_Action__c: null,
  });
  expect(await callbackOf(checkId)).toMatchObject({ ATS_Callback_Status__c: 'Pending' });
  const { checkId: own } = await ended(CLEAR, 'Completed');
  await callbackOnce(own, 'Delivered');
  expect(await callbacks('foreign')).toEqual([]);
  expect(await callbackOf(checkId)).toMatchObject({ ATS_Callback_Status__c: 'Pending' });
});

test('a pass that holds no more is taken back while the check is open again, and then told as what it became', async () => {
  const { id, checkId } = await ended(CLEAR, 'Completed');
  await callbackOnce(checkId, 'Delivered');
  const heard = (count: number) =>
    pollUntil(async () => (await callbacks(id)).length === count, { what: `callback ${count}`, deadlineMs: 30_000 });
  await product.admin.update('Background_Check__c', checkId, { ATS_Callback_Status__c: 'Pending' });
  await heard(2);
  await callbackOnce(checkId, 'Delivered');
  const connector = await product.signIn('connector@example.org');
  const [read] = await product.admin.query(`SELECT Source_Read_At__c FROM Background_Check__c WHERE Id = '${checkId}'`);
  await connector.update('Background_Check__c', checkId, {
    ...{
      Status__c: 'Disputed',
      Reopen_Reason__c: 'Dispute',
      Source_Read_At__c: Number(read?.['Source_Read_At__c']) + 1,
    },
  });
  await heard(3);
  await connector.update('Background_Check__c', checkId, { Status__c: 'Completed', Result__c: 'Adverse' });
  await heard(4);
  const all = await callbacks(id);
  expect(all.map(({ body }) => body['result'])).toEqual(['Pass', 'Pass', 'Review', 'Fail']);
  expect(new Set(all.map(({ headers }) => headers['webhook-id'])).size).toBe(4);
});

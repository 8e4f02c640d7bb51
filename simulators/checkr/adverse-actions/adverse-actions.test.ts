import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventsOf, orderReport } from '../testing/order-report.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';
import type { WebhookReceiver } from '../testing/webhook-receiver.ts';

const LONG = 3600;
const WEEK = 7 * 86_400;
const PRE_EXISTING = 'Report has a pre-existing adverse action. See https://docs.checkr.com/#operation/updateReport';
const KEYS =
  'id object uri created_at status report_id post_notice_scheduled_at post_notice_ready_at canceled_at delivery ' +
  'adverse_items individualized_assessment_engaged';

let checkr: StartedCheckr;
let receiver: WebhookReceiver;
let reportId: string;
let candidateId: string;
// Time passes as the stamps say, so that a date of the second notice is the date it goes out.
beforeEach(async () => {
  [checkr, receiver] = await Promise.all([startCheckr({ timeScale: 1 }), startWebhookReceiver()]);
  await checkr.call('POST', '/v1/webhooks', { webhook_url: receiver.url });
  await consider('driver_pro');
});
afterEach(async () => {
  await checkr.close();
  await receiver.close();
});

async function consider(slug: string): Promise<void> {
  const { body } = await orderReport(checkr, '111-11-2002', { package: slug });
  [reportId, candidateId] = [body.id, String(body['candidate_id'])];
  checkr.pass(LONG);
}
const items = () => checkr.call('GET', `/v1/reports/${reportId}/adverse_items`);
const act = async (fields: Record<string, unknown> = {}) => {
  const ids = ((await items()).body.data ?? []).map((item) => item.id);
  return checkr.call('POST', `/v1/reports/${reportId}/adverse_actions`, { adverse_item_ids: ids, ...fields });
};
const read = async (id: string) => (await checkr.call('GET', `/v1/adverse_actions/${id}`)).body;
const report = async () => (await checkr.call('GET', `/v1/reports/${reportId}`)).body;
const move = (path: string, body: object) => checkr.call('POST', `/__control/${path}/moves`, body);

test('what a report found is listed with ids of 40 hex digits that stay the same', async () => {
  const { status, body } = await items();
  expect([status, Object.keys(body), body['count']]).toEqual([200, ['data', 'object', 'count'], 1]);
  expect(body.data).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{40}$/),
      object: 'adverse_item',
      text: 'Simulated charge of taking a bicycle',
    },
  ]);
  expect((await items()).body).toEqual(body);
});

test('a driving record with findings lists each of them', async () => {
  await consider('motor_vehicle_report');
  expect((await items()).body.data.map((item) => item['text'])).toEqual([
    'License status: Suspended',
    'Simulated speeding',
    'Simulated accident',
  ]);
});

test('a report that is not consider has no items and takes no action', async () => {
  reportId = (await orderReport(checkr, '321-54-9876')).body.id;
  checkr.pass(LONG);
  expect((await items()).status).toBe(400);
  expect((await act({ adverse_item_ids: ['a'] })).body['error']).toBe('Report must have the result consider');
});

test('an action starts with the first notice, and the second is due in seven days', async () => {
  const { status, body } = await act();
  expect([status, Object.keys(body)]).toEqual([200, KEYS.split(' ')]);
  const createdMs = Date.parse(String(body['created_at']));
  expect(body).toMatchObject({ object: 'adverse_action', status: 'pending', report_id: reportId, canceled_at: null });
  expect(Date.parse(String(body['post_notice_scheduled_at'])) - createdMs).toBe(WEEK * 1000);
  expect(await report()).toMatchObject({ adjudication: 'pre_adverse_action', result: 'consider' });
  expect((await checkr.call('GET', `/v1/candidates/${candidateId}`)).body['adjudication']).toBe('pre_adverse_action');
  expect(await eventsOf(checkr, body.id)).toEqual(['adverse_action.created']);
  expect((await eventsOf(checkr, reportId)).at(-1)).toBe('report.pre_adverse_action');
  expect((await eventsOf(checkr, candidateId)).at(-1)).toBe('candidate.pre_adverse_action');
});

test('the notice is queued, sent and delivered', async () => {
  const { id, delivery } = (await act()).body;
  checkr.pass(30);
  const sent = (await read(id))['delivery'];
  checkr.pass(30);
  const states = [delivery, sent, (await read(id))['delivery']];
  expect(states).toMatchObject([{ state: 'queued' }, { state: 'sent' }, { state: 'delivered', reason: null }]);
});

test('the second notice goes out when it is due and not before, and ends the action', async () => {
  const due = new Date(Date.parse('2026-03-02T18:00:00Z') + 10 * 86_400_000).toISOString();
  const { id } = (await act({ post_notice_scheduled_at: due })).body;
  checkr.pass(10 * 86_400 - LONG - 1);
  expect((await read(id))['status']).toBe('pending');
  checkr.pass(1);
  expect((await read(id))['status']).toBe('complete');
  expect((await report())['adjudication']).toBe('post_adverse_action');
  expect(await eventsOf(checkr, id)).toEqual(['adverse_action.created', 'adverse_action.completed']);
  expect((await eventsOf(checkr, reportId)).at(-1)).toBe('report.post_adverse_action');
  expect((await eventsOf(checkr, candidateId)).at(-1)).toBe('candidate.post_adverse_action');
});

test.each([
  [{ adverse_item_ids: undefined }, 'adverse_item_ids is missing'],
  [{ adverse_item_ids: ['0'.repeat(40)] }, `Adverse items not found: ${'0'.repeat(40)}`],
  [{ post_notice_scheduled_at: '2020-01-01T00:00:00Z' }, 'post_notice_scheduled_at is in the past'],
  [{ post_notice_scheduled_at: 'soon' }, 'post_notice_scheduled_at is invalid'],
  [{ context: 'x' }, 'context is not known to this simulator'],
])('an action with %j is refused', async (fields, error) => {
  const { status, body } = await act(fields);
  expect([status, body['error']]).toEqual([400, error]);
  expect((await report())['adjudication']).toBeNull();
});

test('a form takes items and the medium as Checkr shows it', async () => {
  const [item] = (await items()).body.data;
  const medium = encodeURIComponent('{"email": {"priority": 0, "required": false}}');
  const form = `adverse_item_ids[]=${item?.id}&medium=${medium}`;
  const { body } = await checkr.call('POST', `/v1/reports/${reportId}/adverse_actions`, form);
  expect(body).toMatchObject({ status: 'pending', delivery: { state: 'none' } });
});

test('a second action is refused until the first is canceled, which leaves the report undecided', async () => {
  const { id } = (await act()).body;
  expect([(await items()).body['error'], (await act({ adverse_item_ids: ['a'] })).body['error']]).toEqual([
    PRE_EXISTING,
    PRE_EXISTING,
  ]);
  const canceled = await checkr.call('DELETE', `/v1/adverse_actions/${id}`);
  expect([canceled.status, canceled.body['status'], canceled.body['canceled_at']]).toEqual([
    200,
    'canceled',
    expect.any(String),
  ]);
  expect((await report())['adjudication']).toBeNull();
  expect((await eventsOf(checkr, id)).at(-1)).toBe('adverse_action.canceled');
  expect((await checkr.call('DELETE', `/v1/adverse_actions/${id}`)).status).toBe(400);
  checkr.pass(2 * WEEK);
  expect((await read(id))['status']).toBe('canceled');
  expect((await act()).status).toBe(200);
});

test('while an action is open nobody is engaged, and once it is complete nothing is upgraded', async () => {
  const { id } = (await act()).body;
  const update = (body: object) => checkr.call('POST', `/v1/reports/${reportId}`, body);
  expect((await update({ adjudication: 'engaged' })).body['error']).toBe(PRE_EXISTING);
  await move(`adverse_actions/${id}`, { move: 'post_notice' });
  const upgrade = await update({ package: 'checkrdirect_professional_criminal' });
  expect([upgrade.status, upgrade.body['error']]).toEqual([400, PRE_EXISTING]);
  await expect(checkr.call('DELETE', `/v1/adverse_actions/${id}`)).resolves.toMatchObject({ status: 400 });
});

test('a notice that cannot be delivered is told, and nothing more happens by itself', async () => {
  const { id } = (await act()).body;
  const failed = await move(`adverse_actions/${id}`, { move: 'not_delivered', reason: 'No such mailbox' });
  expect(failed.body).toMatchObject({
    status: 'pending',
    post_notice_scheduled_at: null,
    delivery: { state: 'error', reason: 'No such mailbox' },
  });
  expect((await eventsOf(checkr, id)).at(-1)).toBe('adverse_action.notice_not_delivered');
  checkr.pass(2 * WEEK);
  expect(await read(id)).toMatchObject({ status: 'pending', delivery: { state: 'error' } });
  expect((await move(`adverse_actions/${id}`, { move: 'post_notice' })).body['status']).toBe('complete');
});

test('a dispute stops the action; when it ends in the candidate’s favour, the action is canceled', async () => {
  const { id } = (await act()).body;
  await move(`reports/${reportId}`, { move: 'dispute' });
  checkr.pass(2 * WEEK);
  expect((await read(id))['status']).toBe('dispute');
  await move(`reports/${reportId}`, { move: 'settle' });
  expect((await read(id))['status']).toBe('canceled');
  expect(await report()).toMatchObject({ status: 'complete', result: 'clear', adjudication: null });
});

test('when a dispute leaves the findings as they are, the action goes on and the late notice goes out', async () => {
  const { id } = (await act()).body;
  await move(`reports/${reportId}`, { move: 'dispute' });
  checkr.pass(2 * WEEK);
  const settled = await move(`reports/${reportId}`, { move: 'settle', result: 'consider' });
  expect(settled.body).toMatchObject({ status: 'complete', result: 'consider', revised_at: null });
  checkr.pass(1);
  expect((await read(id))['status']).toBe('complete');
});

test('unknown actions and reports are not found', async () => {
  const nobody = 'aaaaaaaaaaaaaaaaaaaaaaaa';
  const answers = await Promise.all([
    checkr.call('GET', `/v1/adverse_actions/${nobody}`),
    checkr.call('DELETE', `/v1/adverse_actions/${nobody}`),
    checkr.call('GET', `/v1/reports/${nobody}/adverse_items`),
    checkr.call('POST', `/v1/reports/${nobody}/adverse_actions`, { adverse_item_ids: ['a'] }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test('an account with Assess gets the assessment of each item', async () => {
  await orderReport(checkr, '111-22-2009', { package: 'driver_pro' }).then(({ body }) => (reportId = body.id));
  checkr.pass(LONG);
  const rule = { name: 'Simulated rule', type: 'default' };
  expect((await items()).body.data).toMatchObject([{ assessment: { value: 'review', rule } }]);
});

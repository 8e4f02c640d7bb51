import { afterEach, beforeEach, expect, test } from 'vitest';
import { person } from '../testing/people.ts';
import { eventsOf, orderReport } from '../testing/order-report.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';
import type { WebhookReceiver } from '../testing/webhook-receiver.ts';

const LONG = 3600;
let checkr: StartedCheckr;
let receiver: WebhookReceiver;
beforeEach(async () => {
  [checkr, receiver] = await Promise.all([startCheckr(), startWebhookReceiver()]);
  await checkr.call('POST', '/v1/webhooks', { webhook_url: receiver.url });
});
afterEach(async () => {
  await checkr.close();
  await receiver.close();
});

const move = (id: string, body: object) => checkr.call('POST', `/__control/reports/${id}/moves`, body);
const order = (fields: object) => checkr.call('POST', '/__control/reports', fields);
const read = async (id: string) => (await checkr.call('GET', `/v1/reports/${id}`)).body;
const createCandidate = async () => (await checkr.call('POST', '/v1/candidates', person())).body.id;

test.each([
  ['111-22-2001', 'consider'],
  ['111-22-2002', 'clear'],
])('a report on %s revised after completion becomes %s and is told as completed again', async (ssn, result) => {
  const { id } = (await orderReport(checkr, ssn)).body;
  checkr.pass(LONG);
  const before = await read(id);
  expect(before).toMatchObject({ status: 'complete', revised_at: null });
  expect(before['result']).not.toBe(result);
  const { body } = await move(id, { move: 'revise', result });
  expect(body).toMatchObject({ status: 'complete', result, completed_at: before['completed_at'] });
  expect(body['revised_at']).toEqual(expect.any(String));
  expect((await eventsOf(checkr, id)).filter((type) => type === 'report.completed')).toHaveLength(2);
});

test('only a complete report can be revised, and only to a result there is', async () => {
  const { id } = (await orderReport(checkr, '111-22-2001')).body;
  expect((await move(id, { move: 'revise', result: 'clear' })).status).toBe(400);
  checkr.pass(LONG);
  expect((await move(id, { move: 'revise', result: 'adverse' })).status).toBe(400);
  expect((await move(id, { move: 'revise' })).status).toBe(400);
});

test('an account with Assess has a revised report assessed anew', async () => {
  const assessing = await startCheckr({ hasAssess: true });
  const { id } = (await orderReport(assessing, '111-22-2002')).body;
  assessing.pass(LONG);
  const reread = async () => (await assessing.call('GET', `/v1/reports/${id}?include=county_criminal_searches`)).body;
  expect(await reread()).toMatchObject({ assessment: 'review', county_criminal_searches: [{ assessment: 'review' }] });
  await assessing.call('POST', `/__control/reports/${id}/moves`, { move: 'revise', result: 'clear' });
  expect(await reread()).toMatchObject({ assessment: null, county_criminal_searches: [{ assessment: null }] });
  assessing.pass(60);
  expect(await reread()).toMatchObject({ assessment: 'eligible', county_criminal_searches: [{ result: 'clear' }] });
  await assessing.close();
});

test('a continuous check makes a report of a package nobody can order, on a known candidate', async () => {
  const candidate_id = await createCandidate();
  const { status, body } = await order({ source: 'continuous_check', candidate_id, result: 'consider' });
  expect([status, body['package'], body['source'], body['status']]).toEqual([
    201,
    'continuous_check',
    'continuous_check',
    'pending',
  ]);
  expect(await eventsOf(checkr, body.id)).toEqual(['report.created']);
  checkr.pass(LONG);
  expect(await read(body.id)).toMatchObject({ status: 'complete', result: 'consider', candidate_id });
  expect((await checkr.call('GET', `/v1/candidates/${candidate_id}`)).body.report_ids).toEqual([body.id]);
  const refused = await checkr.call('POST', '/v1/reports', { candidate_id, package: 'continuous_check' });
  expect(refused.body['error']).toBe('Package not found');
});

test('an order made in the dashboard may bring its own candidate', async () => {
  const { status, body } = await order({
    source: 'manual_order',
    package: 'tasker_pro',
    candidate: { ...person(), email: 'walk.in@example.org' },
  });
  expect([status, body['source'], body['tags']]).toEqual([201, 'manual_order', []]);
  const candidate = (await checkr.call('GET', `/v1/candidates/${String(body['candidate_id'])}`)).body;
  expect(candidate).toMatchObject({ email: 'walk.in@example.org', custom_id: null, report_ids: [body.id] });
  expect(await eventsOf(checkr, candidate.id)).toEqual(['candidate.created']);
});

test.each([
  [{ source: 'manual_order', package: 'tasker_pro' }, 'Give either candidate_id or candidate'],
  [{ source: 'web', package: 'no_such', candidate: person() }, 'Package not found'],
  [{ source: 'api', package: 'tasker_pro', candidate: person() }, 'source is invalid'],
  [
    { source: 'manual_order', package: 'tasker_pro', candidate: { email: 'x@example.org' } },
    "First name can't be blank",
  ],
])('an order %j is refused', async (fields, error) => {
  expect((await order(fields)).body['error']).toBe(error);
});

test('a new report leaves the decision on the one before to the past', async () => {
  const first = (await orderReport(checkr, '111-22-2001')).body;
  await checkr.call('POST', `/v1/reports/${first.id}`, { adjudication: 'engaged' });
  const candidate_id = String(first['candidate_id']);
  await order({ source: 'web', package: 'tasker_pro', candidate_id });
  expect((await checkr.call('GET', `/v1/candidates/${candidate_id}`)).body['adjudication']).toBeNull();
  expect((await read(first.id))['adjudication']).toBe('engaged');
  expect((await eventsOf(checkr, first.id)).at(-1)).toBe('report.engaged');
});

test('an upgrade of a suspended report takes its screening up again, and is refused by invitation-only packages', async () => {
  const { id } = (await orderReport(checkr, '111-22-2015')).body;
  checkr.pass(LONG);
  const upgrade = (slug: string) => checkr.call('POST', `/v1/reports/${id}`, { package: slug });
  expect((await upgrade('professional_history')).body['error']).toBe(
    'Package professional_history can only be ordered by invitation',
  );
  await upgrade('tasker_pro');
  await move(id, { move: 'resume' });
  checkr.pass(LONG);
  expect(await read(id)).toMatchObject({ status: 'complete', includes_canceled: false, package: 'tasker_pro' });
  expect(await eventsOf(checkr, id)).toContain('report.upgraded');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../testing/people.ts';
import { startCheckr } from '../testing/start-checkr.ts';
import type { StartedCheckr } from '../testing/start-checkr.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';
import type { WebhookReceiver } from '../testing/webhook-receiver.ts';
import { OUTCOMES } from './outcomes.ts';

const LONG = 3600;
const clear = { status: 'complete', result: 'clear', includes_canceled: false, assessment: null };
const consider = { ...clear, result: 'consider' };
const open = { status: 'pending', result: null, completed_at: null };

/** What becomes of a report on each test person, and the events it ends with. */
const EXPECTED: Record<string, { package?: string; report: object; ends: string[] }> = {
  2001: { report: clear, ends: ['updated', 'completed'] },
  2002: { report: consider, ends: ['updated', 'completed'] },
  2003: { report: { ...clear, includes_canceled: true }, ends: ['updated', 'completed'] },
  2004: { report: clear, ends: ['updated', 'completed'] },
  2005: { report: { ...clear, revised_at: expect.any(String) }, ends: ['completed', 'disputed', 'completed'] },
  2006: { report: { ...open, status: 'canceled', includes_canceled: true }, ends: ['updated', 'canceled'] },
  2007: { report: open, ends: ['created', 'updated', 'updated'] },
  2008: { report: { ...consider, assessment: 'eligible' }, ends: ['completed', 'updated'] },
  2009: { report: { ...consider, assessment: 'review' }, ends: ['completed', 'updated'] },
  2010: { report: { ...consider, assessment: 'escalated' }, ends: ['completed', 'updated'] },
  2011: { package: 'driver_standard', report: consider, ends: ['updated', 'completed'] },
  2012: { report: clear, ends: ['updated', 'completed'] },
  2013: { report: clear, ends: ['updated', 'completed'] },
  2014: { report: clear, ends: ['updated', 'completed'] },
  2015: { report: { ...open, status: 'suspended' }, ends: ['updated', 'suspended'] },
  2016: { report: clear, ends: ['updated', 'completed'] },
  2017: { report: clear, ends: ['updated', 'completed'] },
  2018: { report: clear, ends: ['updated', 'completed'] },
  2019: { report: clear, ends: ['updated', 'completed'] },
  2020: { report: clear, ends: ['updated', 'completed'] },
  2021: { report: clear, ends: ['updated', 'completed'] },
  2022: { package: 'driver_drug', report: consider, ends: ['updated', 'completed'] },
  2023: { package: 'driver_drug', report: { ...clear, includes_canceled: true }, ends: ['updated', 'completed'] },
  2024: { package: 'care_professional', report: consider, ends: ['updated', 'completed'] },
};

let checkr: StartedCheckr;
let receiver: WebhookReceiver;
beforeAll(async () => {
  checkr = await startCheckr();
  receiver = await startWebhookReceiver();
  await checkr.call('POST', '/v1/webhooks', { webhook_url: receiver.url });
});
afterAll(async () => {
  await checkr.close();
  await receiver.close();
});

async function order(fields: Record<string, unknown>, slug = 'tasker_standard'): Promise<string> {
  const candidate = await checkr.call('POST', '/v1/candidates', fields);
  const report = await checkr.call('POST', '/v1/reports', { candidate_id: candidate.body.id, package: slug });
  return report.body.id;
}
const read = async (id: string, include = '') =>
  (await checkr.call('GET', `/v1/reports/${id}?include=${include}`)).body;
async function eventsOf(id: string): Promise<string[]> {
  const { deliveries } = (await checkr.call('GET', `/__control/deliveries?object_id=${id}`)).body;
  return deliveries.map((delivery) => delivery.type.replace('report.', ''));
}

test('every row of the table is tried here', () => {
  expect(OUTCOMES.map((row) => row.lastFour)).toEqual(Object.keys(EXPECTED));
});

describe.each(OUTCOMES)('$lastFour and $lastName: $name', ({ lastFour, lastName }) => {
  const expected = EXPECTED[lastFour]!;

  test('the last four digits of the SSN choose it', async () => {
    const id = await order(person(`111-11-${lastFour}`), expected.package);
    checkr.pass(LONG);
    expect(await read(id)).toMatchObject(expected.report);
    expect((await eventsOf(id)).slice(-expected.ends.length)).toEqual(expected.ends);
  });

  test('so does the last name when no SSN does', async () => {
    const id = await order(
      { ...person('222-33-4444'), last_name: lastName, email: `${lastFour}@example.org` },
      expected.package,
    );
    checkr.pass(LONG);
    expect(await read(id)).toMatchObject(expected.report);
  });
});

test('everybody else is clear', async () => {
  const id = await order(person('321-54-9876'));
  checkr.pass(LONG);
  expect(await read(id)).toMatchObject(clear);
});

test('an ordinary report is estimated twice and goes screening by screening, within five simulated minutes', async () => {
  const id = await order(person('321-54-9877'), 'tasker_pro');
  const seen = [(await read(id))['estimated_completion_time']];
  for (let second = 0; second < 300; second += 10) {
    checkr.pass(10);
    seen.push((await read(id))['estimated_completion_time']);
  }
  expect([...new Set(seen)]).toEqual([null, '2026-03-04T00:00:00Z', '2026-03-03T00:00:00Z']);
  expect(await eventsOf(id)).toEqual(['created', ...Array<string>(7).fill('updated'), 'completed']);
});

test('a suspended report holds a screening until it resumes', async () => {
  const id = await order(person('111-22-2004'));
  const statuses = new Set<unknown>();
  for (let second = 0; second < 450; second += 5) {
    checkr.pass(5);
    statuses.add((await read(id))['status']);
  }
  expect([...statuses]).toEqual(['pending', 'suspended', 'complete']);
  expect(await eventsOf(id)).toEqual(expect.arrayContaining(['suspended', 'resumed']));
});

test('an assessment comes a while after completion', async () => {
  const id = await order(person('111-22-2008'));
  checkr.pass(290);
  expect(await read(id)).toMatchObject({ status: 'complete', assessment: null });
  checkr.pass(60);
  expect(await read(id)).toMatchObject({ status: 'complete', assessment: 'eligible' });
});

test('a hit in the national search leads to a county search that has the record', async () => {
  const id = await order(person('111-22-2002'));
  checkr.pass(LONG);
  const report = await read(id, 'national_criminal_search,county_criminal_searches');
  expect(report['national_criminal_search']).toMatchObject({ status: 'complete', result: null });
  expect(report['county_criminal_searches']).toMatchObject([{ result: 'consider', records: [{ charges: [{}] }] }]);
});

test('the SSN trace says what does not match', async () => {
  const id = await order(person('111-22-2013'));
  checkr.pass(LONG);
  expect((await read(id, 'ssn_trace'))['ssn_trace']).toMatchObject({
    result: null,
    dob_mismatch: true,
    thin_file: false,
    ssn: 'XXX-XX-2013',
  });
});

test('an account with Assess gets an assessment of every report', async () => {
  const assessing = await startCheckr({ hasAssess: true });
  const candidate = await assessing.call('POST', '/v1/candidates', person());
  const order = { candidate_id: candidate.body.id, package: 'tasker_standard' };
  const { id } = (await assessing.call('POST', '/v1/reports', order)).body;
  assessing.pass(LONG);
  const { body } = await assessing.call('GET', `/v1/reports/${id}`);
  await assessing.close();
  expect(body['assessment']).toBe('eligible');
});

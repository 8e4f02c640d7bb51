import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CheckAdjudication } from '../src/domain/check.ts';
import type { CheckEvent } from '../src/domain/check-event.ts';
import type { CheckRecords } from '../src/domain/ports.ts';
import type { Screening } from '../src/domain/screening.ts';
import { createCheckRecords } from '../src/salesforce/check-records.ts';
import { servePackagedOrg, type PackagedOrg } from './packaged-org.ts';

let org: PackagedOrg;
let records: CheckRecords;

beforeAll(async () => {
  org = await servePackagedOrg();
  records = createCheckRecords({ session: org.connectorSession(), readsDirectAnswers: false });
  await records.findById(org.createCheck('Lead'));
});
afterEach(() => org.control('PUT', '/faults', []));
afterAll(() => org.close());

const checks = (count: number) => Array.from({ length: count }, () => org.createCheck('Lead'));
const readingOf = (index: number) => 1_795_000_000_000 + index;
const rowOf = (id: string) => org.org.database.store.rows('Background_Check__c').find((row) => row['Id'] === id);
/** Without the row that says who requested the check, which is none of the connector's. */
const countOf = (object: string, id: string) =>
  org.org.database.store.rows(object).filter((row) => row['Background_Check__c'] === id && row['Type__c'] !== 'Order')
    .length;

/** Calls of the data API while that is done, by route. */
async function callsDuring(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const count = async () => ((await org.control('GET', '/calls')) as { perRoute: Record<string, number> }).perRoute;
  const before = await count();
  await work();
  const made = Object.entries(await count()).map(([route, calls]) => [route, calls - (before[route] ?? 0)] as const);
  return Object.fromEntries(made.filter(([, calls]) => calls > 0));
}

const event = (id: string, checkId: string): CheckEvent => ({
  ...{ sourceEventId: id, type: 'report.updated', source: 'Checkr', direction: 'Inbound', outcome: 'Applied' },
  ...{ reason: null, summary: null, vendorObjectId: 'report', checkId, receivedAt: null, durationMs: null },
  ...{ occurredAt: null, payloadSha256: null, vendorParentId: null },
});
const screening = (id: string): Screening => ({
  ...{ externalId: `Checkr:${id}/ #`, type: 'ssn_trace', jurisdiction: null, status: 'Pending', result: null },
  ...{
    flags: [],
    completedAt: null,
    turnaroundSeconds: null,
    recordCount: null,
    cancellationReason: null,
    error: null,
  },
});
/** A write as an event makes it. */
const write = (id: string, name: string, change = {}) =>
  records.write(
    id,
    { status: 'In Progress', sourceReadAt: readingOf(0), ...change },
    { screenings: [screening(name)], event: event(name, id) },
  );
const outcomesOf = async (writes: Promise<void>[]) =>
  (await Promise.allSettled(writes)).map((each) =>
    each.status === 'fulfilled' ? 'done' : (each.reason as Error).message,
  );

test('what concurrent jobs read is one query, and each gets its own', async () => {
  const ids = checks(20);
  const calls = await callsDuring(async () => {
    const found = await Promise.all(ids.map((id) => records.findById(id.slice(0, 15))));
    expect(found.map((check) => check?.id)).toEqual(ids);
  });
  expect(calls).toEqual({ 'GET /query': 1 });
  expect(await records.findById(`${ids[0]?.slice(0, 12) ?? ''}zzz`)).toBeNull();
});

test('checks are dealt out by report, invitation and candidate; the candidate of a person is the newest', async () => {
  const [one = '', two = ''] = checks(2);
  const ids = { connectionKey: 'org/test' };
  await records.write(one, { ...ids, candidateId: 'cand-1', reportId: 'rep-1' });
  await records.write(two, { ...ids, candidateId: 'cand-2', invitationId: 'inv-2' });
  const leadId = String(rowOf(one)?.['Lead__c']);
  const calls = await callsDuring(async () => {
    const found = await Promise.all([
      records.listByReportOrCandidate('rep-1', null),
      records.listByInvitationOrCandidate('inv-2', 'cand-1'),
      records.listByReportOrCandidate('rep-3', 'cand-3'),
    ]);
    expect(found.map((each) => each.map(({ id }) => id))).toEqual([[one], [one, two], []]);
    const candidates = [records.findCandidateOf(leadId, 'org/test'), records.findCandidateOf(leadId, 'org/live')];
    expect(await Promise.all(candidates)).toEqual(['cand-1', null]);
  });
  expect(calls).toEqual({ 'GET /query': 2 });
});

test('what concurrent jobs write is one call, with screenings and audit', async () => {
  const ids = checks(20);
  const calls = await callsDuring(() => Promise.all(ids.map((id) => write(id, `together-${id}`))));
  expect(calls).toEqual({ 'POST /composite/graph': 1 });
  for (const id of ids) {
    expect(rowOf(id)).toMatchObject({ Status__c: 'In Progress' });
    expect([countOf('Background_Check_Screening__c', id), countOf('Background_Check_Event__c', id)]).toEqual([1, 1]);
  }
});

test('a write that came too late fails alone, and leaves neither screening nor audit', async () => {
  const [late = '', ...others] = checks(3);
  await records.write(late, { status: 'In Progress', sourceReadAt: readingOf(9) });
  const outcomes = await outcomesOf([late, ...others].map((id) => write(id, `late-${id}`)));
  expect(outcomes).toEqual(['late: read-before-what-is-shown', 'done', 'done']);
  expect([countOf('Background_Check_Screening__c', late), countOf('Background_Check_Event__c', late)]).toEqual([0, 0]);
});

test('a locked record makes its own job wait and no other', async () => {
  const fault = { match: 'POST /composite/graph', rowErrorCode: 'UNABLE_TO_LOCK_ROW', rows: [1] };
  await org.control('PUT', '/faults', [fault]);
  const outcomes = await outcomesOf(checks(3).map((id) => write(id, `lock-${id}`)));
  expect(outcomes).toEqual(['done', 'busy: salesforce-unable-to-lock-row', 'done']);
});

test('writes of one record are one row, and every event is in the audit', async () => {
  const [id = ''] = checks(1);
  const calls = await callsDuring(() =>
    Promise.all([
      write(id, `fold-1-${id}`),
      write(id, `fold-2-${id}`),
      write(id, `fold-3-${id}`, { status: 'Suspended', sourceReadAt: readingOf(1) }),
      records.write(id, { invitationUrl: null }),
    ]),
  );
  expect(calls).toEqual({ 'POST /composite/graph': 1 });
  expect(rowOf(id)).toMatchObject({ Status__c: 'Suspended', Source_Read_At__c: readingOf(1) });
  expect(countOf('Background_Check_Event__c', id)).toBe(3);
});

test('what was read earlier than what it would be folded into is refused as late', async () => {
  const [id = ''] = checks(1);
  const newer = write(id, `newer-${id}`, { sourceReadAt: readingOf(5), status: 'Suspended' });
  expect(await outcomesOf([newer, write(id, `older-${id}`)])).toEqual(['done', 'late: read-before-what-is-shown']);
  expect(rowOf(id)).toMatchObject({ Status__c: 'Suspended' });
});

test('a write is not refused because of another it was folded with', async () => {
  const [id = ''] = checks(1);
  const refused = records.write(id, { adjudication: 'No such word' as CheckAdjudication });
  const outcomes = await outcomesOf([write(id, `with-${id}`), refused, write(id, `after-${id}`)]);
  expect([outcomes[0], outcomes[2]]).toEqual(['done', 'done']);
  expect(outcomes[1]).toContain('rejected');
  expect(countOf('Background_Check_Event__c', id)).toBe(2);
});

test('an event that is in the audit already is left out, and the rest is written', async () => {
  const [one = '', two = ''] = checks(2);
  await write(one, `known-${one}`);
  await Promise.all([write(one, `known-${one}`, { status: 'Suspended' }), write(two, `known-${two}`)]);
  await Promise.all([records.note(event(`known-${one}`, one)), records.note(event(`noted-${two}`, two))]);
  expect(rowOf(one)).toMatchObject({ Status__c: 'Suspended' });
  expect([countOf('Background_Check_Event__c', one), countOf('Background_Check_Event__c', two)]).toEqual([1, 2]);
});

test('many refused writes do not keep the others from being done', async () => {
  const ids = checks(45);
  const isLate = (index: number) => index < 40;
  const late = ids.filter((_id, index) => isLate(index));
  await Promise.all(late.map((id) => records.write(id, { status: 'In Progress', sourceReadAt: readingOf(9) })));
  const outcomes = await outcomesOf(ids.map((id) => write(id, `much-${id}`)));
  expect(outcomes).toEqual(ids.map((_id, index) => (isLate(index) ? 'late: read-before-what-is-shown' : 'done')));
});

test('an outage is told to every job that was in the call', async () => {
  const before = checks(2);
  await org.control('PUT', '/faults', [{ match: 'POST /composite/graph', status: 503 }]);
  const outcomes = await outcomesOf(before.map((id) => write(id, `down-${id}`)));
  expect(new Set(outcomes)).toEqual(new Set(['unavailable: salesforce-server-unavailable']));
});

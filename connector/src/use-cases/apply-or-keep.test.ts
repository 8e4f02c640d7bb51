import { expect, test } from 'vitest';
import { connectionKey } from '../domain/connection.ts';
import { Failure } from '../domain/failure.ts';
import { REREAD, type VendorEvent } from '../domain/vendor-event.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { freeLock, someCheck, someReport, testConnection } from '../testing/fakes.ts';
import { applyOrKeep } from './apply-or-keep.ts';

const cleared = someCheck({
  ...{ status: 'Completed', result: 'Clear', requestedAction: null, candidateId: 'candidate1', reportId: 'report1' },
  connectionKey: connectionKey(testConnection),
});
const revised = someReport({
  ...{ status: 'complete', result: 'consider', completedAt: '2026-11-20T12:00:00Z' },
  revisedAt: '2026-11-21T12:00:00Z',
});
const refusedByRule = new Failure('rejected', 'salesforce-field-custom-validation-exception', {
  fields: ['Region__c'],
  vendorWords: ['Ada Example needs a region'],
});
const webhook = { eventId: 'evt1', type: 'report.updated', objectType: 'report', objectId: 'report1' } as const;

/** A finished check whose report was revised for the worse, in an org or account that is in the way as long as told. */
function setup({
  event = webhook as VendorEvent,
  write,
  read,
}: {
  event?: VendorEvent;
  write?: Error;
  read?: Failure;
}) {
  const records = createFakeRecords([cleared]);
  const { checkr, fail } = createFakeCheckr({ reports: [revised] });
  const inTheWay: { write?: Error | undefined; note?: Error } = { write };
  const deps = {
    ...{ connection: testConnection, checkr, lock: freeLock, now: Date.now },
    records: {
      ...records,
      write: (...args: Parameters<typeof records.write>) =>
        inTheWay.write ? Promise.reject(inTheWay.write) : records.write(...args),
      note: (...args: Parameters<typeof records.note>) =>
        inTheWay.note ? Promise.reject(inTheWay.note) : records.note(...args),
    },
  };
  if (read) fail('getReport', read);
  const attempt = (isLast: boolean, more: Partial<VendorEvent> = {}) =>
    applyOrKeep(deps, { ...event, ...more }, { isLast });
  return { attempt, inTheWay, noted: records.noted, written: () => records.written(cleared.id) };
}

test.each([
  ['a rule of the org refuses the write', { write: refusedByRule }],
  ['Checkr does not know the report yet', { read: new Failure('not-found', 'checkr-404') }],
  ['Checkr refuses to show the report', { read: new Failure('rejected', 'checkr-400') }],
])('while %s, the event is tried again', async (_why, inTheWay) => {
  const { attempt, noted } = setup(inTheWay);
  await expect(attempt(false)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(noted).toEqual([]);
});

test("after the last try the audit keeps the event, on its check, with what was in the way and nobody's data", async () => {
  const { attempt, noted } = setup({ write: refusedByRule });
  expect(await attempt(true)).toBe('kept');
  expect(noted).toMatchObject([
    {
      sourceEventId: 'evt1',
      outcome: 'Failed',
      checkId: cleared.id,
      vendorObjectId: 'report1',
      type: 'report.updated',
    },
  ]);
  expect(noted[0]?.reason).toContain('salesforce-field-custom-validation-exception: Region__c');
  expect(JSON.stringify(noted)).not.toContain('Ada');
});

test('taken up again once nothing is in the way, it takes the pass away and notes that beside the first row', async () => {
  const { attempt, inTheWay, noted, written } = setup({ write: refusedByRule });
  await attempt(true);
  await expect(attempt(true, { wasParked: true })).rejects.toBe(refusedByRule);
  inTheWay.write = undefined;
  expect(await attempt(true, { wasParked: true })).toBe('applied');
  expect(written()).toMatchObject([{ status: 'Review Required', result: 'Consider' }]);
  expect(noted.map(({ sourceEventId, outcome }) => [sourceEventId, outcome])).toEqual([
    ['evt1', 'Failed'],
    ['evt1-matched', 'Applied'],
  ]);
});

test('a bug on the way loses no event either', async () => {
  const { attempt, noted } = setup({ write: new TypeError('x') });
  await expect(attempt(false)).rejects.toThrow(TypeError);
  expect(await attempt(true)).toBe('kept');
  expect(noted).toMatchObject([{ outcome: 'Failed' }]);
});

test('what the audit does not take either stays in the queue', async () => {
  const { attempt, inTheWay } = setup({ write: refusedByRule });
  inTheWay.note = new Failure('unavailable', 'salesforce-unreachable');
  const error: unknown = await attempt(true).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ kind: 'unavailable', code: 'event-not-kept-yet' });
  expect((error as Failure).retryAfterMs).toBeGreaterThan(0);
});

test('a revised report nobody sent a webhook of is kept too; an open check is not, it will be looked at again', async () => {
  const reread = setup({ event: { ...webhook, eventId: 'reread-1', type: REREAD }, write: refusedByRule });
  expect(await reread.attempt(true)).toBe('kept');
  expect(reread.noted).toMatchObject([{ sourceEventId: 'reread-1', type: REREAD, outcome: 'Failed' }]);
  const look = setup({ event: { ...webhook, type: 'reconcile' }, write: refusedByRule });
  await expect(look.attempt(true)).rejects.toBe(refusedByRule);
  expect(look.noted).toEqual([]);
});

test('a limit is waited for: it is no reason to keep anything', async () => {
  const limit = new Failure('rate-limited', 'salesforce-request-limit-exceeded');
  await expect(setup({ write: limit }).attempt(true)).rejects.toBe(limit);
});

test('an event whose order was being written down for hours is kept, not lost', async () => {
  const ordering = someCheck({ candidateId: 'candidate1', status: 'Candidate Created', requestedAction: 'Order' });
  const records = createFakeRecords([ordering]);
  const { checkr } = createFakeCheckr({ reports: [revised] });
  const deps = { connection: testConnection, checkr, records, lock: freeLock, now: Date.now };
  await expect(applyOrKeep(deps, webhook, { isLast: false })).rejects.toThrow('order-still-being-written');
  expect(await applyOrKeep(deps, webhook, { isLast: true })).toBe('kept');
  expect(records.noted).toMatchObject([{ outcome: 'Failed', vendorObjectId: 'report1' }]);
});

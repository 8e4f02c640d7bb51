import { expect, test } from 'vitest';
import type { VendorEvent } from '../domain/vendor-event.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { someCheck } from '../testing/fakes.ts';
import { namingCheck } from './naming-check.ts';
import { note } from './note-event.ts';

const CHECK = someCheck({ id: 'check1' });
const EVENT: VendorEvent = { eventId: 'evt1', type: 'report.updated', objectType: 'report', objectId: 'report1' };
const DEPS = { now: () => 0 };

test('the check an event is written to is named', async () => {
  const records = createFakeRecords([CHECK]);
  const job = namingCheck(records, async (named) => {
    await named.write(CHECK.id, { status: 'Completed' });
    return 'applied';
  });
  expect(await job).toEqual({ became: 'applied', checkId: CHECK.id });
  expect(await records.findById(CHECK.id)).toMatchObject({ status: 'Completed' });
});

test.each([
  ['that already says so is named', CHECK.id, { checkId: CHECK.id }],
  ['nobody knows has no name', null, {}],
])('a check %s', async (_name, checkId, expected) => {
  const job = namingCheck(createFakeRecords([CHECK]), async (records) => {
    await records.listByReportOrCandidate('report1', null);
    await note({ ...DEPS, records }, EVENT, { outcome: 'Ignored', reason: null, checkId });
    return 'no-change';
  });
  expect(await job).toEqual({ became: 'no-change', ...expected });
});

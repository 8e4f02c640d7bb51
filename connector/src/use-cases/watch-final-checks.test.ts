import { expect, test } from 'vitest';
import { createFakeRecords } from '../testing/fake-records.ts';
import { someCheck } from '../testing/fakes.ts';
import { watchFinalChecks } from './watch-final-checks.ts';

const OURS = someCheck({ id: 'ordered-by-an-ats', atsAccountId: 'acme', reportId: 'report1' });
const OTHER = someCheck({ id: 'ordered-by-button', reportId: 'report2' });

function setup() {
  const { records, toTell } = watchFinalChecks(createFakeRecords([OURS, OTHER]));
  return { records, toTell };
}

test.each([
  ['by its id', (records: ReturnType<typeof setup>['records']) => records.findById(OURS.id)],
  ['by its report', (records: ReturnType<typeof setup>['records']) => records.listByReportOrCandidate('report1', null)],
])('a check of an ATS found %s and written final is to be told', async (_name, find) => {
  const { records, toTell } = setup();
  await find(records);
  await records.write(OURS.id, { status: 'In Progress' });
  expect(toTell()).toEqual([]);
  await records.write(OURS.id, { status: 'Completed' });
  expect(toTell()).toEqual([OURS.id]);
});

test('one that is opened again is to be told too: it may have been told as a pass', async () => {
  const { records, toTell } = setup();
  await records.findById(OURS.id);
  await records.write(OURS.id, { status: 'Disputed', reopenReason: 'Dispute' });
  expect(toTell()).toEqual([OURS.id]);
});

test('a check nobody outside waits for is not', async () => {
  const { records, toTell } = setup();
  await records.findById(OTHER.id);
  await records.write(OTHER.id, { status: 'Completed' });
  expect(toTell()).toEqual([]);
});

test('a write that was refused ends nothing', async () => {
  const { records, toTell } = setup();
  await records.findById(OURS.id);
  await records.write(OURS.id, { sourceReadAt: 2 });
  await expect(records.write(OURS.id, { status: 'Completed', sourceReadAt: 1 })).rejects.toThrow('late');
  expect(toTell()).toEqual([]);
});

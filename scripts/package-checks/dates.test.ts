import { afterEach, expect, test } from 'vitest';
import { notRun, packageOrg } from './package-org.ts';

const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const PASSED = { Status__c: 'Completed', Result__c: 'Clear', Completed_At__c: '2026-01-31T10:00:00.000Z' };

function setup(months: number | null) {
  const org = packageOrg(coverage);
  stops.push(org.stop);
  const fields = { Name: 'Standard', Slug__c: 'standard', Validity_Months__c: months };
  const id = org.insert('admin', 'Background_Check_Package__c', fields).id;
  const passed = (fields = {}) => org.newCheck({ ...PASSED, ...fields }, { Package__c: id });
  return { ...org, packageId: id, passed };
}

test('a completed check is valid for the months of its package, to the end of the last day', () => {
  const { passed, check, clock } = setup(1);
  const id = passed();
  expect(check(id)).toMatchObject({ Valid_Until__c: '2026-02-28' });
  clock.set({ now: new Date('2026-02-28T12:00:00Z') });
  expect(check(id)).toMatchObject({ Cleared__c: true });
  clock.set({ now: new Date('2026-03-01T12:00:00Z') });
  expect(check(id)).toMatchObject({ Cleared__c: false });
});

test('without months a check is valid without end', () => {
  const { passed, check } = setup(null);
  expect(check(passed())).toMatchObject({ Valid_Until__c: null, Cleared__c: true });
});

test('a completed check whose vendor tells no day of completion is valid from today, not without end', () => {
  const { passed, check, clock } = setup(12);
  clock.set({ now: new Date('2026-03-15T12:00:00Z') });
  expect(check(passed({ Completed_At__c: null }))).toMatchObject({ Valid_Until__c: '2027-03-15' });
});

test('a package that checks stand on cannot be deleted: their validity would lose its end', () => {
  const { passed, check, packageId, remove } = setup(12);
  const id = passed();
  expect(remove('admin', 'Background_Check_Package__c', packageId)).toMatch(/./);
  expect(check(id)).toMatchObject({ Package__c: packageId, Valid_Until__c: '2027-01-31' });
});

test('a check that is opened again has no end yet', () => {
  const { passed, check, move } = setup(12);
  const id = passed();
  expect(move(id, { Status__c: 'Disputed', Reopen_Reason__c: 'Dispute' })).toBeNull();
  expect(check(id)).toMatchObject({ Valid_Until__c: null, Cleared__c: false });
});

test('a suspended check says since when, until it goes on', () => {
  const { newCheck, check, move } = setup(null);
  const id = newCheck({ Status__c: 'Suspended' });
  expect(check(id)?.['Suspended_At__c']).toMatch(/T/);
  expect(move(id, { Status__c: 'In Progress' })).toBeNull();
  expect(check(id)).toMatchObject({ Suspended_At__c: null });
});

test('every element, outcome and fault path of these flows was run', () => {
  expect(coverage.places.size).toBeGreaterThan(0);
  expect(notRun(coverage, ['Note_Check_Dates'])).toEqual([]);
});

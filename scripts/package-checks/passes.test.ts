import { afterEach, expect, test } from 'vitest';
import { packageOrg } from './package-org.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

function setup() {
  const org = packageOrg();
  stops.push(org.stop);
  return org;
}

test('a continuous check never is a pass, whatever it found or a reviewer decided', () => {
  const { insert, newLead, check } = setup();
  const passed = { Lead__c: newLead(), Status__c: 'Completed', Result__c: 'Clear', Source_Read_At__c: 1 };
  const cleared = (fields: Record<string, string>) => {
    const { id, refusal } = insert('connector', 'Background_Check__c', { ...passed, ...fields });
    return refusal ?? check(id)?.['Cleared__c'];
  };
  expect(cleared({ Source__c: 'Dashboard', Checkr_Report_Id__c: 'report-1' })).toBe(true);
  expect(cleared({ Source__c: 'Continuous', Checkr_Report_Id__c: 'report-2' })).toBe(false);
  const engaged = { Result__c: 'Consider', Adjudication__c: 'Engaged' };
  expect(cleared({ Source__c: 'Continuous', Checkr_Report_Id__c: 'report-3', ...engaged })).toBe(false);
});

const COMPLETED_AT = '2026-03-01T10:00:00.000Z';
const DAYS_LATER = '2026-03-05T09:00:00.000Z';
/** That moment or soon after: the clock goes on. */
const soonAfter = (moment: string) => expect.stringContaining(moment.slice(0, 16)) as string;

/** A check whose report came back with something to consider, four days ago. */
function inReview() {
  const org = setup();
  const report = { Status__c: 'Review Required', Result__c: 'Consider', Completed_At__c: COMPLETED_AT };
  const id = org.newCheck(report);
  org.clock.set({ now: new Date(DAYS_LATER) });
  return { ...org, id };
}

test('a check settled by its report counts from then on, and speaks against nothing', () => {
  const { newCheck, check } = setup();
  const id = newCheck({ Status__c: 'Completed', Result__c: 'Clear', Completed_At__c: COMPLETED_AT });
  expect(check(id)).toMatchObject({ Found_Clear_At__c: COMPLETED_AT, Not_Clear_Since__c: null, Settled_At__c: null });
});

test('a check that was in review counts from the decision on, not from its report', () => {
  const { id, move, check } = inReview();
  expect(check(id)).toMatchObject({ Found_Clear_At__c: null, Not_Clear_Since__c: soonAfter(DAYS_LATER) });
  expect(move(id, { Status__c: 'Completed', Adjudication__c: 'Engaged' })).toBeNull();
  expect(check(id)).toMatchObject({
    Found_Clear_At__c: soonAfter(DAYS_LATER),
    Not_Clear_Since__c: null,
    Cleared__c: true,
  });
});

test('a report that is completed anew settles its check itself', () => {
  const { id, move, check } = inReview();
  move(id, { Status__c: 'Completed', Adjudication__c: 'Engaged' });
  move(id, { Status__c: 'In Progress', Reopen_Reason__c: 'Upgrade', Adjudication__c: null, Result__c: 'Clear' });
  const newer = '2026-03-05T08:00:00.000Z';
  expect(move(id, { Status__c: 'Completed', Completed_At__c: newer })).toBeNull();
  expect(check(id)).toMatchObject({ Settled_At__c: null, Found_Clear_At__c: newer });
});

test.each([
  ['is adverse', { Status__c: 'Completed', Result__c: 'Adverse' }, COMPLETED_AT],
  ['found something', { Status__c: 'Completed', Result__c: 'Consider' }, COMPLETED_AT],
  ['was canceled with something found', { Status__c: 'Canceled', Result__c: 'Consider' }, COMPLETED_AT],
  ['is in review', { Status__c: 'Review Required', Result__c: 'Consider' }, DAYS_LATER],
  ['is disputed', { Status__c: 'Disputed', Result__c: 'Clear' }, DAYS_LATER],
  ['found something so far', { Status__c: 'In Progress', Result__c: 'Consider' }, DAYS_LATER],
  ['is under way and found nothing', { Status__c: 'In Progress', Result__c: 'Clear' }, null],
  ['was canceled', { Status__c: 'Canceled' }, null],
])('a check that %s: %o speaks against a pass since %s', (_name, moved, since) => {
  const { newCheck, check, clock } = setup();
  const id = newCheck({ Completed_At__c: COMPLETED_AT, ...moved });
  clock.set({ now: new Date(DAYS_LATER) });
  expect(check(id)).toMatchObject({ Not_Clear_Since__c: since && soonAfter(since), Found_Clear_At__c: null });
});

test.each([
  ['Revision', DAYS_LATER],
  ['Dispute', DAYS_LATER],
  ['Upgrade', null],
])('a check opened again by %s is no pass, and speaks against others since %s', (Reopen_Reason__c, since) => {
  const { newCheck, check, move, clock } = setup();
  const id = newCheck({ Status__c: 'Completed', Result__c: 'Clear', Completed_At__c: COMPLETED_AT });
  clock.set({ now: new Date(DAYS_LATER) });
  expect(move(id, { Status__c: 'In Progress', Reopen_Reason__c })).toBeNull();
  expect(check(id)).toMatchObject({ Cleared__c: false, Not_Clear_Since__c: since && soonAfter(since) });
});

test('a pass whose validity has ended was found clear all the same, also where a reviewer cleared it', () => {
  const { insert, newLead, ask, move, check, clock } = setup();
  const months = { Name: 'Short', Slug__c: 'short', Validity_Months__c: 1 };
  const Package__c = insert('admin', 'Background_Check_Package__c', months).id;
  const ordered = { Lead__c: newLead(), Vendor__c: 'Other', External_Id__c: '77', Package__c };
  const { id } = insert('admin', 'Background_Check__c', ordered);
  const report = { Status__c: 'Review Required', Result__c: 'Adverse', Completed_At__c: COMPLETED_AT };
  expect(move(id, { ...report, Vendor_Revision__c: 1 })).toBeNull();
  const decision = { Requested_Action__c: 'Finalize Clear', Review_Reason__c: 'old and minor one' };
  clock.set({ now: new Date(DAYS_LATER) });
  expect(ask('reviewer', id, decision)).toBeNull();
  expect(move(id, { Status__c: 'Completed', Requested_Action__c: null, Vendor_Revision__c: 2 })).toBeNull();
  expect(check(id)).toMatchObject({ Cleared__c: true, Found_Clear_At__c: soonAfter(DAYS_LATER) });
  clock.set({ now: new Date('2026-06-01T12:00:00Z') });
  expect(check(id)).toMatchObject({
    Cleared__c: false,
    Found_Clear_At__c: soonAfter(DAYS_LATER),
    Not_Clear_Since__c: null,
  });
});

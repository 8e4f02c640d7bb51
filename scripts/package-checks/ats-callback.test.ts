import { afterEach, expect, test } from 'vitest';
import { notRun, packageOrg } from './package-org.ts';

const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const PASSED = { Status__c: 'Completed', Result__c: 'Clear' };
const ORDERED = {
  ATS_Order_Key__c: 'acme:224466',
  ATS_Order_Hash__c: 'f00d',
  ATS_Account_Id__c: 'acme',
  ATS_Background_Check_Id__c: '224466',
  ATS_Webhook_URL__c: 'https://ats.example.com/callback',
};

function setup() {
  const org = packageOrg(coverage);
  stops.push(org.stop);
  /** A check an applicant tracking system ordered, as the connector makes it. */
  const ordered = (fields = {}) => {
    const asked = { Lead__c: org.newLead(), Source__c: 'ATS', Requested_By__c: org.user('requester').id, ...ORDERED };
    const { id, refusal } = org.insert('connector', 'Background_Check__c', { ...asked, ...fields });
    if (refusal) throw new Error(refusal);
    return id;
  };
  const told = (id: string, number: number) =>
    org.move(id, {
      ATS_Callback_Status__c: 'Delivered',
      ATS_Callback_Result__c: 'Pass',
      ATS_Callback_Number__c: number,
    });
  return { ...org, ordered, told };
}

test('an order is asked for like any other check, in the name of whoever is configured', () => {
  const { ordered, check, user } = setup();
  expect(check(ordered())).toMatchObject({
    Requested_Action__c: 'Order',
    Operation__c: 1,
    Requested_By__c: user('requester').id,
    ATS_Callback_Status__c: null,
  });
});

test('the same order cannot become two checks', () => {
  const { ordered, newLead } = setup();
  ordered();
  expect(() => ordered({ Lead__c: newLead() })).toThrow(/duplicate value/);
});

test('the applicant tracking system is to be told once the check is final, and not before', () => {
  const { ordered, move, check } = setup();
  const id = ordered();
  move(id, { Requested_Action__c: null, Status__c: 'Review Required', Result__c: 'Consider' });
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: null });
  move(id, PASSED);
  expect(check(id)).toMatchObject({
    ATS_Callback_Status__c: 'Pending',
    ATS_Callback_Number__c: 1,
    ATS_Callback_Attempts__c: 0,
    ATS_Callback_Since__c: expect.stringContaining('T'),
  });
});

test('a check nobody waits for outside is never to be told', () => {
  const { newCheck, check } = setup();
  expect(check(newCheck(PASSED))).toMatchObject({ ATS_Callback_Status__c: null, ATS_Callback_Number__c: null });
});

test('a result that changes after it was told is to be told again', () => {
  const { ordered, move, told, check } = setup();
  const id = ordered();
  move(id, { ...PASSED, Requested_Action__c: null });
  expect(told(id, 1)).toBeNull();
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: 'Delivered', ATS_Callback_Number__c: 1 });
  move(id, { Result__c: 'Adverse' });
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: 'Pending', ATS_Callback_Number__c: 2 });
});

test('that a check is open again is to be told where something was told of it, until that is done', () => {
  const { ordered, move, told, check } = setup();
  const id = ordered();
  move(id, { ...PASSED, Requested_Action__c: null });
  expect(told(id, 1)).toBeNull();
  move(id, { Status__c: 'Disputed', Reopen_Reason__c: 'Dispute' });
  const waiting = { ATS_Callback_Status__c: 'Pending', ATS_Callback_Number__c: 2, ATS_Callback_Result__c: 'Pass' };
  expect(check(id)).toMatchObject(waiting);
  move(id, { Status__c: 'Review Required', Result__c: 'Consider' });
  expect(check(id)).toMatchObject(waiting);
  move(id, { ATS_Callback_Status__c: 'Not Needed', ATS_Callback_Number__c: 2 });
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: 'Not Needed' });
  move(id, { Assessment__c: 'Review' });
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: 'Not Needed' });
});

const IN_DOUBT = { ATS_Callback_Status__c: 'Pending', ATS_Callback_Attempts__c: 1 };

test('a pass may have been sent the moment before the check moves on, whatever was written down of it', () => {
  const { ordered, move, told, check } = setup();
  const id = ordered();
  move(id, { ...PASSED, Requested_Action__c: null });
  move(id, { Status__c: 'Disputed', Reopen_Reason__c: 'Dispute' });
  expect(check(id)).toMatchObject({ ...IN_DOUBT, ATS_Callback_Number__c: 2 });
  expect(told(id, 1)).toBeNull();
  expect(check(id)).toMatchObject({ ...IN_DOUBT, ATS_Callback_Number__c: 3, ATS_Callback_Result__c: 'Pass' });
  const ended = ordered({ ATS_Order_Key__c: 'acme:another' });
  move(ended, { ...PASSED, Requested_Action__c: null });
  move(ended, { Result__c: 'Adverse' });
  expect(check(ended)).toMatchObject({ ...IN_DOUBT, ATS_Callback_Number__c: 2 });
});

test('what was no pass is no doubt, and is looked at where it was told while the check was opened again', () => {
  const { ordered, move, check } = setup();
  const id = ordered();
  move(id, { Status__c: 'Completed', Result__c: 'Adverse', Requested_Action__c: null });
  move(id, { Status__c: 'Disputed', Reopen_Reason__c: 'Dispute' });
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: null, ATS_Callback_Attempts__c: 0 });
  const told = { ATS_Callback_Status__c: 'Delivered', ATS_Callback_Result__c: 'Fail', ATS_Callback_Number__c: 1 };
  expect(move(id, told)).toBeNull();
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: 'Pending', ATS_Callback_Result__c: 'Fail' });
});

test('a pass that was sent in vain before the check was opened again is in doubt until the system was told', () => {
  const { ordered, move, told, check } = setup();
  const id = ordered();
  move(id, { ...PASSED, Requested_Action__c: null });
  move(id, { ATS_Callback_Attempts__c: 3, ATS_Callback_Number__c: 1 });
  move(id, { Status__c: 'Disputed', Reopen_Reason__c: 'Dispute' });
  const inDoubt = { ATS_Callback_Status__c: 'Pending', ATS_Callback_Number__c: 2, ATS_Callback_Attempts__c: 1 };
  expect(check(id)).toMatchObject(inDoubt);
  move(id, { Status__c: 'Review Required', Result__c: 'Consider' });
  expect(check(id)).toMatchObject(inDoubt);
  move(id, { ...PASSED, Reopen_Reason__c: null });
  expect(check(id)).toMatchObject({ ...inDoubt, ATS_Callback_Number__c: 3 });
  expect(told(id, 3)).toBeNull();
  move(id, { Result__c: 'Adverse' });
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: 'Pending', ATS_Callback_Attempts__c: 0 });
});

test('an error that was sent in vain is no result any more once the order is resumed', () => {
  const { ordered, move, ask, check } = setup();
  const id = ordered({ Requested_By__c: null });
  move(id, { Status__c: 'Error', Requested_Action__c: null, Error_Create_Candidate__c: 'words' });
  move(id, { ATS_Callback_Attempts__c: 2, ATS_Callback_Number__c: 1 });
  expect(ask('admin', id, { Requested_Action__c: 'Resume' })).toBeNull();
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: null, ATS_Callback_Attempts__c: 0 });
});

test('what became of an older result never passes for the newest', () => {
  const { ordered, move, told, check } = setup();
  const id = ordered();
  move(id, { ...PASSED, Requested_Action__c: null });
  move(id, { Result__c: 'Adverse' });
  expect(told(id, 1)).toMatch(/newer result/);
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: 'Pending', ATS_Callback_Number__c: 2 });
});

test('an admin of the group may have the same result sent again, and say nothing else', () => {
  const { ordered, move, told, ask, assign, join, check, newCheck } = setup();
  assign('noaccess', 'Background_Check_Admin');
  join('noaccess', 'Background_Check_Admins');
  const id = ordered();
  move(id, { ...PASSED, Requested_Action__c: null });
  told(id, 1);
  expect(ask('noaccess', id, { ATS_Callback_Status__c: 'Pending' })).toBeNull();
  expect(check(id)).toMatchObject({
    ATS_Callback_Status__c: 'Pending',
    ATS_Callback_Number__c: 2,
    ATS_Callback_Result__c: 'Pass',
    ATS_Callback_Attempts__c: 1,
  });
  expect(ask('noaccess', id, { ATS_Callback_Status__c: 'Delivered' })).toMatch(/filled in automatically/);
  move(id, { Status__c: 'Disputed', Reopen_Reason__c: 'Dispute' });
  expect(check(id)).toMatchObject({ ...IN_DOUBT, ATS_Callback_Number__c: 3, ATS_Callback_Result__c: 'Pass' });
  expect(ask('noaccess', newCheck(PASSED), { ATS_Callback_Status__c: 'Pending' })).toMatch(/filled in automatically/);
});

test('a failed order may be resumed by the requester; its error is then no result any more', () => {
  const { ordered, move, ask, check } = setup();
  const id = ordered({ Requested_By__c: null });
  move(id, { Status__c: 'Error', Requested_Action__c: null, Error_Create_Candidate__c: 'words' });
  expect(check(id)).toMatchObject({ ATS_Callback_Status__c: 'Pending' });
  expect(ask('admin', id, { Requested_Action__c: 'Resume' })).toBeNull();
  expect(check(id)).toMatchObject({ Status__c: 'Requested', ATS_Callback_Status__c: null });
});

test('nobody but the connector makes or changes an order of an applicant tracking system', () => {
  const { insert, newLead, ordered, ask } = setup();
  const made = { Lead__c: newLead(), ATS_Webhook_URL__c: 'https://elsewhere.example.com' };
  expect(insert('admin', 'Background_Check__c', made).refusal).toMatch(/starts as Requested/);
  expect(ask('admin', ordered(), { ATS_Webhook_URL__c: 'https://elsewhere.example.com' })).toMatch(
    /cannot be changed by hand/,
  );
});

test('every element, outcome and fault path of these flows was run', () => {
  expect(coverage.places.size).toBeGreaterThan(0);
  expect(notRun(coverage, ['Await_ATS_Callback'])).toEqual([]);
});

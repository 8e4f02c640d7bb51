import { afterEach, expect, test } from 'vitest';
import { packageOrg } from './package-org.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

function setup() {
  const org = packageOrg();
  stops.push(org.stop);
  return org;
}

test('a new request waits until the connector has answered the last one, and is then an operation of its own', () => {
  const { newCheck, ask, move, check } = setup();
  const id = newCheck({ Status__c: 'Invited' });
  expect(ask('requester', id, { Requested_Action__c: 'Resend Invitation' })).toBeNull();
  expect(check(id)).toMatchObject({ Operation__c: 2 });
  expect(ask('requester', id, { Requested_Action__c: 'Cancel' })).toMatch(/still being carried out/);
  expect(ask('requester', id, { Requested_Action__c: null })).toMatch(/still being carried out/);
  expect(move(id, { Requested_Action__c: null })).toBeNull();
  expect(ask('requester', id, { Requested_Action__c: 'Cancel' })).toBeNull();
  expect(check(id)).toMatchObject({ Operation__c: 3, Requested_Action__c: 'Cancel' });
});

test('a check whose vendor is left empty by whoever loads it is one of Checkr, and is ordered', () => {
  const { insert, newLead, check } = setup();
  const { id, refusal } = insert('admin', 'Background_Check__c', { Lead__c: newLead(), Vendor__c: null });
  expect(refusal).toBeNull();
  expect(check(id)).toMatchObject({ Vendor__c: 'Checkr', Requested_Action__c: 'Order', Operation__c: 1 });
});

test('a failed check is resumed as the same record, without its old error', () => {
  const { newCheck, ask, check } = setup();
  const id = newCheck({ Status__c: 'Error', Error_Create_Candidate__c: 'SSN is invalid', Error_Help__c: 'Mend it.' });
  expect(check(id)).toMatchObject({ Open_Check_Key__c: null });
  expect(ask('requester', id, { Requested_Action__c: 'Resume' })).toBeNull();
  expect(check(id)).toMatchObject({
    Status__c: 'Requested',
    Requested_Action__c: 'Resume',
    Operation__c: 2,
    Error_Create_Candidate__c: null,
    Error_Help__c: null,
  });
  expect(check(id)?.['Open_Check_Key__c']).toMatch(/-default$/);
});

test('a failed check is not resumed while the same one was ordered anew', () => {
  const { newCheck, newLead, ask, check } = setup();
  const lead = newLead();
  const failed = newCheck({ Status__c: 'Error' }, { Lead__c: lead });
  newCheck({ Status__c: 'Invited' }, { Lead__c: lead });
  expect(ask('requester', failed, { Requested_Action__c: 'Resume' })).toMatch(/already has an open background check/);
  expect(check(failed)).toMatchObject({ Status__c: 'Error', Requested_Action__c: null });
});

test('only Resume opens a failed check, and it opens nothing else', () => {
  const { newCheck, ask, move } = setup();
  const failed = newCheck({ Status__c: 'Error' });
  expect(move(failed, { Status__c: 'Requested' })).toMatch(/final and cannot be opened again/);
  const canceled = newCheck({ Status__c: 'Canceled' });
  expect(ask('requester', canceled, { Requested_Action__c: 'Resume' })).toMatch(/is final/);
  const running = newCheck({ Status__c: 'In Progress' });
  expect(ask('requester', running, { Requested_Action__c: 'Resume' })).toMatch(/only a check in Error is resumed/);
});

test('a failed check that nobody wants resumed is canceled, and another one can be requested', () => {
  const { newCheck, newLead, ask, move, check } = setup();
  const lead = newLead();
  const failed = newCheck({ Status__c: 'Error' }, { Lead__c: lead });
  expect(ask('requester', failed, { Requested_Action__c: 'Cancel' })).toBeNull();
  expect(check(failed)).toMatchObject({ Status__c: 'Error', Requested_Action__c: 'Cancel', Open_Check_Key__c: null });
  expect(move(failed, { Status__c: 'Canceled', Requested_Action__c: null })).toBeNull();
  newCheck({ Status__c: 'Invited' }, { Lead__c: lead });
  expect(ask('requester', failed, { Requested_Action__c: 'Cancel' })).toMatch(/is final/);
});

test('an invitation is sent again only while one is out, and nothing is ordered twice on one record', () => {
  const { newCheck, ask } = setup();
  const id = newCheck({ Status__c: 'In Progress' });
  expect(ask('requester', id, { Requested_Action__c: 'Resend Invitation' })).toMatch(/only while the check is Invited/);
  expect(ask('requester', id, { Requested_Action__c: 'Order' })).toMatch(/request a new check/);
});

test('an admin of the group commands the checks of colleagues whatever their status, another requester none', () => {
  const { newCheck, ask, assign, join, org } = setup();
  const statuses = org.schema().objects.get('Background_Check__c')?.fields.get('Status__c')?.picklist?.values ?? [];
  expect(statuses.length).toBeGreaterThan(10);
  const checks = statuses.map(({ fullName }) => newCheck({ Status__c: fullName }));
  const change = () => checks.map((id) => ask('noaccess', id, { Requested_Action__c: null }));
  assign('noaccess', 'Background_Check_Requester');
  expect(change()).toEqual(checks.map(() => expect.stringMatching(/insufficient access/) as string));
  assign('noaccess', 'Background_Check_Admin');
  join('noaccess', 'Background_Check_Admins');
  expect(change()).toEqual(checks.map(() => null));
});

test('a check is not resumed while open ones cannot be looked for, and the reason is told', () => {
  const { newCheck, ask, check, automation } = setup();
  const id = newCheck({ Status__c: 'Error' });
  automation.engine().failAt({ 'Maintain_Background_Check.Find_Same_Open_Check': 'Refused by a test.' });
  expect(ask('requester', id, { Requested_Action__c: 'Resume' })).toMatch(/was not resumed.*Refused by a test\./);
  expect(check(id)).toMatchObject({ Status__c: 'Error', Requested_Action__c: null });
});

test('the price of a package filled in later is noted', () => {
  const { newCheck, insert, move, check } = setup();
  const fields = { Name: 'Standard', Slug__c: 'standard', Price__c: 35, Price_Currency__c: 'USD' };
  const id = newCheck();
  expect(move(id, { Package__c: insert('admin', 'Background_Check_Package__c', fields).id })).toBeNull();
  expect(check(id)).toMatchObject({ Price__c: 35, Price_Currency__c: 'USD' });
});

test('an upgrade names another package, together with the action, on a check that has a report', () => {
  const { newCheck, ask, insert, check } = setup();
  const { id: higher } = insert('admin', 'Background_Check_Package__c', {
    Name: 'Pro',
    Slug__c: 'pro',
    Active__c: true,
  });
  const upgrade = { Requested_Action__c: 'Upgrade', Upgrade_Package__c: higher };
  const done = newCheck({ Status__c: 'Completed', Checkr_Report_Id__c: 'report1' });
  expect(ask('requester', done, { Requested_Action__c: 'Upgrade' })).toMatch(/choose another active package/);
  expect(ask('requester', done, { Upgrade_Package__c: higher })).toMatch(/choose another active package/);
  expect(ask('requester', newCheck({ Status__c: 'Invited' }), upgrade)).toMatch(/choose another active package/);
  const canceled = newCheck({ Status__c: 'Canceled', Checkr_Report_Id__c: 'report2' });
  expect(ask('requester', canceled, upgrade)).toMatch(/choose another active package/);
  expect(ask('requester', done, upgrade)).toBeNull();
  expect(check(done)).toMatchObject({ Requested_Action__c: 'Upgrade', Operation__c: 2 });
});

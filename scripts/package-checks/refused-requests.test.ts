import { afterEach, expect, test } from 'vitest';
import { notRun, packageOrg, type Person } from './package-org.ts';

const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

function setup() {
  const org = packageOrg(coverage);
  stops.push(org.stop);
  const alertsOf = (name: Person) => org.notifications.of(org.user(name).id);
  return { ...org, alertsOf, told: (name: Person) => alertsOf(name).map(({ title }) => title) };
}

const HELP = 'The chosen package adds nothing to this report.';
const refused = { Requested_Action__c: null, Error_Help__c: HELP };

test.each([
  ['Completed', 'Upgrade'],
  ['In Progress', 'Cancel'],
  ['Invited', 'Resend Invitation'],
  ['Review Required', 'Finalize Clear'],
])('of a check that is %s: who asked for %s is told what was refused and what to do', async (status, action) => {
  const { newCheck, newLead, insert, ask, assign, move, settled, check, alertsOf, told } = setup();
  assign('admin', 'Background_Check_Admin');
  assign('admin', 'Background_Check_Reviewer');
  const packages = 'Background_Check_Package__c';
  const higher = insert('admin', packages, { Name: 'Pro', Slug__c: 'pro' }).id;
  const id = newCheck({ Status__c: status, Checkr_Report_Id__c: 'r1' }, { Lead__c: newLead({ FirstName: 'Ada' }) });
  await settled();
  const before = told('requester').length;
  const asked = { Requested_Action__c: action, Upgrade_Package__c: action === 'Upgrade' ? higher : null };
  const decided = action === 'Finalize Clear' ? { Review_Reason__c: 'Old and minor.' } : {};
  expect(ask('admin', id, { ...asked, ...decided })).toBeNull();
  expect(move(id, refused)).toBeNull();
  await settled();
  const alerts = alertsOf('admin').map(({ title, body }) => [title, body]);
  expect(alerts).toEqual([[`${action} was refused`, `Ada Sample, ${String(check(id)?.['Name'])}: ${HELP}`]]);
  expect(told('requester')).toHaveLength(before);
});

test('a refused request is told to who asked for the check where nobody knows who asked for it', async () => {
  const { newCheck, move, settled, told, automation } = setup();
  const [byMachine, unread] = [newCheck({ Status__c: 'Invited' }), newCheck({ Status__c: 'Invited' })];
  move(byMachine, { Requested_Action__c: 'Cancel' });
  move(byMachine, refused);
  await settled();
  expect(told('requester')).toEqual(['The request was refused']);
  automation.engine().failAt({ 'Tell_About_Refused_Request.Find_Request': 'Refused by a test.' });
  move(unread, { Requested_Action__c: 'Cancel' });
  move(unread, refused);
  await settled();
  expect(told('requester')).toHaveLength(2);
});

test('a refused request is told once, and not where it was carried out, is asked for again, or ended in an error', async () => {
  const { newCheck, ask, move, settled, told } = setup();
  const newInvited = () => newCheck({ Status__c: 'Invited' });
  const [done, again, failed] = [newInvited(), newInvited(), newInvited()];
  for (const id of [done, again, failed]) ask('requester', id, { Requested_Action__c: 'Resend Invitation' });
  move(done, { Requested_Action__c: null, Error_Help__c: null });
  move(again, refused);
  ask('requester', again, { Requested_Action__c: 'Cancel' });
  move(failed, { ...refused, Status__c: 'Error' });
  await settled();
  expect(told('requester')).toEqual(['Background check needs your help']);
  move(again, refused);
  await settled();
  move(again, { Error_Help__c: 'The same in other words.' });
  await settled();
  expect(told('requester')).toEqual(['Cancel was refused', 'Background check needs your help']);
});

test('every element, outcome and fault path of this flow was run', () => {
  expect(coverage.places.size).toBeGreaterThan(0);
  expect(notRun(coverage, ['Tell_About_Refused_Request'])).toEqual([]);
});

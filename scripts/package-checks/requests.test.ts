import { afterEach, describe, expect, test } from 'vitest';
import { packageOrg } from './package-org.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const CHECK = 'Background_Check__c';
const PACKAGE = 'Background_Check_Package__c';

function setup() {
  const org = packageOrg();
  stops.push(org.stop);
  const newPackage = (fields: Record<string, boolean>) =>
    org.insert('admin', PACKAGE, { Name: 'Pack', Slug__c: `pack-${org.rows(PACKAGE).length}`, ...fields }).id;
  const request = (fields: Record<string, string | null>) =>
    org.insert('requester', CHECK, { Lead__c: org.newLead(), ...fields });
  return { ...org, newPackage, request };
}

test.each([
  ['retired', { Active__c: false }],
  ['an add-on', { Add_On__c: true }],
])('a package that is %s is requested by nobody, but the connector may note that it was', (_what, fields) => {
  const { insert, newLead, newPackage, request, ask, newCheck } = setup();
  const Package__c = newPackage(fields);
  expect(request({ Package__c }).refusal).toMatch(/cannot be requested: it is not active, or it is an add-on/);
  expect(insert('admin', CHECK, { Lead__c: newLead(), Package__c }).refusal).toMatch(/cannot be requested/);
  const done = { Lead__c: newLead(), Package__c, Source__c: 'Dashboard', Status__c: 'Completed' };
  expect(insert('connector', CHECK, done).refusal).toBeNull();
  const running = newCheck({ Status__c: 'In Progress', Checkr_Report_Id__c: 'report' });
  const upgrade = { Requested_Action__c: 'Upgrade', Upgrade_Package__c: Package__c };
  expect(ask('requester', running, upgrade)).toMatch(/choose another active package/);
});

test('a check that was requested goes on when its package is retired', () => {
  const { newPackage, request, update, move, check } = setup();
  const Package__c = newPackage({});
  const { id } = request({ Package__c });
  expect(update('admin', PACKAGE, { Id: Package__c, Active__c: false })).toBeNull();
  expect(move(id, { Requested_Action__c: null, Status__c: 'Completed', Result__c: 'Clear' })).toBeNull();
  expect(check(id)).toMatchObject({ Cleared__c: true });
});

test.each(['ATS', 'Continuous', 'Dashboard'])('nobody requests a check in the name of %s', (Source__c) => {
  const { request } = setup();
  expect(request({ Source__c }).refusal).toMatch(/filled in automatically/);
});

test.each(['Button', 'Checkbox', 'Bulk', 'API', null])('people request by %s', (Source__c) => {
  expect(setup().request({ Source__c }).refusal).toBeNull();
});

describe.each(['Lead', 'Contact'])('a copy of a %s', (object) => {
  const person = { LastName: 'Sample', Email: 'copy@example.com', ...(object === 'Lead' ? { Company: 'Home' } : {}) };

  test('whose box is checked is refused in words; by an import it requests a check as ever', () => {
    const { org, user, rows, insert } = setup();
    const row = { ...person, Request_Background_Check__c: true };
    const [copy] = org.insertAs(user('requester'), object, [row], { isClone: true });
    expect(copy?.errors[0]?.message).toMatch(/A copy requests no background check by itself/);
    expect(rows(CHECK)).toEqual([]);
    expect(org.insertAs(user('requester'), object, [person], { isClone: true })[0]?.errors).toEqual([]);
    expect(insert('requester', object, row).refusal).toBeNull();
    expect(rows(CHECK)).toHaveLength(1);
  });
});

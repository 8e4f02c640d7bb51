import { afterEach, expect, test } from 'vitest';
import { packageOrg } from './package-org.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const WAITING = { Status__c: 'Review Required', Result__c: 'Consider', Source_Read_At__c: 1000 };
const NEEDS_ACTION = /A decision is taken by the action of the same name/;

function setup() {
  const org = packageOrg();
  stops.push(org.stop);
  const Upgrade_Package__c = org.insert('admin', 'Background_Check_Package__c', { Name: 'Plus', Slug__c: 'plus' }).id;
  return { ...org, Upgrade_Package__c, waiting: () => org.newCheck({ ...WAITING, Checkr_Report_Id__c: 'report' }) };
}

test.each(['Cancel', 'Upgrade', 'Initiate Adverse Action'])(
  'no decision to clear goes along with %s, past its reason and its stamp',
  (Requested_Action__c) => {
    const { waiting, ask, check, Upgrade_Package__c } = setup();
    const id = waiting();
    const upgrade = Requested_Action__c === 'Upgrade' ? { Upgrade_Package__c } : {};
    const both = { Requested_Action__c, Review_Decision__c: 'Finalize Clear', Review_Reason__c: 'Old and minor.' };
    expect(ask('reviewer', id, { ...both, ...upgrade })).toMatch(NEEDS_ACTION);
    expect(check(id)).toMatchObject({ Review_Decision__c: null, Requested_Action__c: null });
  },
);

test('a decision that waits for its action takes no other one', () => {
  const { waiting, ask, check } = setup();
  const id = waiting();
  expect(ask('requester', id, { Requested_Action__c: 'Cancel' })).toBeNull();
  const decided = { Review_Decision__c: 'Finalize Clear', Review_Reason__c: 'Old and minor.' };
  expect(ask('reviewer', id, decided)).toMatch(/still being carried out/);
  expect(check(id)).toMatchObject({ Review_Decision__c: null, Requested_Action__c: 'Cancel' });
});

test('the decision and its action may be saved together', () => {
  const { waiting, ask, check, user } = setup();
  const id = waiting();
  const both = { Requested_Action__c: 'Finalize Clear', Review_Decision__c: 'Finalize Clear' };
  expect(ask('reviewer', id, both)).toMatch(/in at least 10 characters/);
  expect(ask('reviewer', id, { ...both, Review_Reason__c: 'Old and minor.' })).toBeNull();
  expect(check(id)).toMatchObject({ ...both, Reviewed_By__c: user('reviewer').id, Operation__c: 2 });
});

import { afterEach, expect, test } from 'vitest';
import { notRun, packageOrg } from './package-org.ts';

const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

test('the admins are told what the connector cannot mend by itself, and of no other row of the audit', async () => {
  const { insert, join, settled, notifications, user, stop } = packageOrg(coverage);
  stops.push(stop);
  join('admin', 'Background_Check_Admins');
  const note = (fields: Record<string, string>) =>
    insert('connector', 'Background_Check_Event__c', { Source__c: 'Connector', Outcome__c: 'Failed', ...fields });
  const reason = 'Messages from Checkr about somebody no check here knows: 2.';
  expect(
    note({ Source_Event_Id__c: 'unmatched-1', Type__c: 'events.unmatched', Reason__c: reason }).refusal,
  ).toBeNull();
  expect(note({ Source_Event_Id__c: 'e2', Type__c: 'report.completed', Reason__c: 'other' }).refusal).toBeNull();
  const refused = 'Checkr refuses what the connector asks of it (checkr-401).';
  expect(note({ Source_Event_Id__c: 'refuses-1', Type__c: 'checkr.refuses', Reason__c: refused }).refusal).toBeNull();
  await settled();
  expect(notifications.of(user('admin').id)).toMatchObject([
    { title: 'Checkr refuses the connector: requests wait', body: refused },
    { title: 'Messages about background checks could not be applied', body: reason },
  ]);
  expect(notRun(coverage, ['Tell_About_Unmatched_Events'])).toEqual([]);
});

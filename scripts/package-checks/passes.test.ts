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

import { expect, test } from 'vitest';
import { checkFromRow } from './check-row.ts';

const ROW = { Id: 'a00000000000001AAA', Status__c: 'Requested' } as const;

test.each([
  [null, []],
  ['', []],
  ['drug;mvr', ['drug', 'mvr']],
  [' drug ;; mvr; ', ['drug', 'mvr']],
])('the add-ons %j, as people and spreadsheets write them, are %j', (Add_Ons__c, addOns) => {
  expect(checkFromRow({ ...ROW, Add_Ons__c }).addOns).toEqual(addOns);
});

import { expect, test } from 'vitest';
import { expectRecord, recordLines } from './final-record.ts';

test('a record is printed in aligned lines without its empty fields', () => {
  const lines = recordLines({ Name: 'BC-000001', Cleared__c: false, Result__c: null, Price__c: 0 });
  expect(lines.map((line) => line.trim())).toEqual(['Name        BC-000001', 'Cleared__c  false', 'Price__c    0']);
});

test('a record that is not as expected is told by its first wrong field', () => {
  const record = { Status__c: 'Completed', Result__c: 'Clear', Cleared__c: false };
  expect(() => expectRecord(record, { Result__c: 'Clear', Cleared__c: true })).toThrow('Cleared__c is false, not true');
  expect(() => expectRecord(record, { Status__c: 'Completed', Result__c: 'Clear' })).not.toThrow();
});

test('no record is never as expected', () => {
  expect(() => expectRecord(undefined, {})).toThrow('no record');
});

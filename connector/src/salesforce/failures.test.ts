import { expect, test } from 'vitest';
import { Failure } from '../domain/failure.ts';
import { failureFromJsforce } from './failures.ts';

const thrown = (errorCode: string, data: unknown = {}) =>
  Object.assign(new Error('words with personal data'), { errorCode, data });

test.each([
  ['UNABLE_TO_LOCK_ROW', 'busy'],
  ['REQUEST_LIMIT_EXCEEDED', 'rate-limited'],
  ['SERVER_UNAVAILABLE', 'unavailable'],
  ['ERROR_HTTP_503', 'unavailable'],
  ['ERROR_HTTP_400', 'rejected'],
  ['ERROR_HTTP_403', 'unavailable'],
  ['ERROR_HTTP_408', 'unavailable'],
  ['ERROR_HTTP_414', 'rejected'],
  ['ERROR_HTTP_429', 'rate-limited'],
  ['ERROR_HTTP_431', 'rejected'],
  ['STORAGE_LIMIT_EXCEEDED', 'unavailable'],
  ['API_CURRENTLY_DISABLED', 'unavailable'],
  ['CANNOT_EXECUTE_FLOW_TRIGGER', 'unavailable'],
  ['NOT_FOUND', 'not-found'],
  ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'rejected'],
  ['INVALID_FIELD', 'rejected'],
])('%s is %s', (errorCode, kind) => {
  expect(failureFromJsforce(thrown(errorCode)).kind).toBe(kind);
});

test('a flow that met a locked row is as busy as the row', () => {
  const words = "We can't save this record because the process failed. UNABLE_TO_LOCK_ROW: unable to obtain access";
  const error = Object.assign(new Error(words), { errorCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', data: {} });
  expect(failureFromJsforce(error).kind).toBe('busy');
});

test('the fields Salesforce complains of are kept, from one error or several', () => {
  expect(failureFromJsforce(thrown('X', { fields: ['Source_Read_At__c'] })).fields).toEqual(['Source_Read_At__c']);
  expect(
    failureFromJsforce(thrown('MULTIPLE_API_ERRORS', [{ fields: ['A__c'] }, { fields: ['B__c'] }, {}])).fields,
  ).toEqual(['A__c', 'B__c']);
});

test('several errors of one row are known by the first, with the fields of all', () => {
  const rules = [
    { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Source_Read_At__c'] },
    { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Status__c'] },
  ];
  const failure = failureFromJsforce(thrown('MULTIPLE_API_ERRORS', rules));
  expect(failure.code).toBe('salesforce-field-custom-validation-exception');
  expect(failure.fields).toEqual(['Source_Read_At__c', 'Status__c']);
});

test('anything without a code is a network in trouble, and a Failure stays what it is', () => {
  expect(failureFromJsforce(new TypeError('fetch failed')).message).toBe('unavailable: salesforce-unreachable');
  const failure = new Failure('late', 'x');
  expect(failureFromJsforce(failure)).toBe(failure);
});

test('a field or object that may not be seen is named, so that an operator can grant it', () => {
  const words = "SELECT Id, Status__c FROM Lead ERROR No such column 'Status__c' on sobject of type 'Lead'.";
  const error = Object.assign(new Error(words), { errorCode: 'INVALID_FIELD', data: {} });
  expect(failureFromJsforce(error).fields).toEqual(['Status__c', 'Lead']);
  const personal = Object.assign(new Error("'Grace' is not valid"), {
    errorCode: 'FIELD_INTEGRITY_EXCEPTION',
    data: {},
  });
  expect(failureFromJsforce(personal).fields).toEqual([]);
});

test("Salesforce's words never reach the message that goes to Redis and logs", () => {
  expect(failureFromJsforce(thrown('INVALID_FIELD')).message).toBe('rejected: salesforce-invalid-field');
});

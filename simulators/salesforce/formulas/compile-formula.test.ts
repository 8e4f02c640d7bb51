import { describe, expect, test } from 'vitest';
import type { FormulaScope, TypedValue } from '../formula-model.ts';
import type { FieldType, FieldValue } from '../model.ts';
import { compileFormula } from './compile-formula.ts';

const RECORD: Record<string, TypedValue> = {
  Name: { type: 'Text', value: 'Ada' },
  Nickname__c: { type: 'Text', value: null },
  Status__c: { type: 'Picklist', value: 'Requested' },
  Result__c: { type: 'Picklist', value: null },
  Active__c: { type: 'Checkbox', value: true },
  Missing__c: { type: 'Checkbox', value: null },
  Price__c: { type: 'Number', value: 12.5 },
  Discount__c: { type: 'Currency', value: null },
  Born__c: { type: 'Date', value: '2024-02-29' },
  Ended__c: { type: 'Date', value: null },
  Asked__c: { type: 'DateTime', value: '2026-11-20T16:00:00.000Z' },
  OwnerId: { type: 'Lookup', value: '005000000000001AAA' },
  'Package__r.Slug__c': { type: 'Text', value: 'basic' },
  '$User.Id': { type: 'Id', value: '005000000000001AAA' },
  '$Permission.Write': { type: 'Checkbox', value: false },
  '$Label.Hello': { type: 'Text', value: 'Good day' },
  '$Record.Status__c': { type: 'Picklist', value: 'Requested' },
  '$Record__Prior.Status__c': { type: 'Picklist', value: 'Error' },
};
const PRIOR: Record<string, TypedValue> = {
  Status__c: { type: 'Picklist', value: 'Error' },
  '$Record.Status__c': { type: 'Picklist', value: 'Error' },
  Price__c: { type: 'Number', value: 12.5 },
  Nickname__c: { type: 'Text', value: '' },
};

function lookUp(values: Record<string, TypedValue>): (reference: string) => TypedValue {
  return (reference) => {
    const value = values[reference];
    if (!value) throw new Error(`Field ${reference} does not exist`);
    return value;
  };
}

function scope(isNew = false): FormulaScope {
  const now = new Date('2026-11-20T16:30:00.000Z');
  return {
    now,
    isNew,
    isClone: isNew,
    resolve: lookUp(RECORD),
    resolvePrior: lookUp(isNew ? RECORD : { ...RECORD, ...PRIOR }),
  };
}

function evaluate(expression: string, isNew = false): FieldValue {
  return compileFormula(expression).evaluate(scope(isNew));
}

describe('formulas', () => {
  test.each<[string, FieldValue]>([
    ['AND(Active__c, NOT(Missing__c))', true],
    ['AND(Active__c, Missing__c)', false],
    ['OR(Missing__c, Active__c)', true],
    ['Active__c && !Missing__c || FALSE', true],
    ['AND(FALSE, VALUE("x") = 1)', false],
    ['IF(Active__c, "yes", "no")', 'yes'],
    ['IF(ISBLANK(Ended__c), 0, YEAR(Ended__c))', 0],
    ['IF(Missing__c, "yes", NULL)', null],
    ['CASE(Status__c, "Requested", 1, "Error", 2, 0)', 1],
    ['CASE(Name, "Bob", "b", "other")', 'other'],
    ['CASE(MONTH(Born__c), 2, "February", "later")', 'February'],
    ['ISPICKVAL(Status__c, "Requested")', true],
    ['ISPICKVAL(Result__c, "")', true],
    ['ISPICKVAL(Result__c, "Clear")', false],
    ['ISBLANK(Nickname__c)', true],
    ['ISBLANK(Result__c)', true],
    ['ISBLANK(Price__c)', false],
    ['ISBLANK("")', true],
    ['ISNULL(Nickname__c)', false],
    ['ISNULL(Ended__c)', true],
    ['BLANKVALUE(Nickname__c, "none")', 'none'],
    ['BLANKVALUE(Price__c, 1)', 12.5],
    ['NULLVALUE(Discount__c, 3)', 3],
    ['TEXT(Status__c)', 'Requested'],
    ['TEXT(Result__c)', null],
    ['TEXT(Price__c)', '12.5'],
    ['TEXT(Born__c)', '2024-02-29'],
    ['TEXT(Asked__c)', '2026-11-20 16:00:00Z'],
    ['VALUE("12.50")', 12.5],
    ['VALUE(Nickname__c)', null],
    ['ISNUMBER("12.5")', true],
    ['ISNUMBER("12 apples")', false],
    ['REGEX("123456789", "\\\\d{9}")', true],
    ['REGEX("12345678x", "\\\\d{9}")', false],
    ['REGEX("ab", "a|b")', false],
    ['LEN(Name)', 3],
    ['LEN(Nickname__c)', 0],
    ['LEFT(Name, 2)', 'Ad'],
    ['RIGHT(Name, 2)', 'da'],
    ['RIGHT(Name, 9)', 'Ada'],
    ['MID("abcdef", 2, 3)', 'bcd'],
    ['TRIM("  a ")', 'a'],
    ['LOWER(Name)', 'ada'],
    ['UPPER(Name)', 'ADA'],
    ['CONTAINS(Name, "d")', true],
    ['BEGINS(Name, "Ad")', true],
    ['BEGINS(Nickname__c, "A")', false],
    ['SUBSTITUTE("a.b.c", ".", "$&")', 'a$&b$&c'],
    ['FIND("c", "abcabc", 4)', 6],
    ['LPAD("7", 3, "0")', '007'],
    ['"it\'s" & \' "quoted"\'', 'it\'s "quoted"'],
    ['"a\\"b\\\\c\\n"', 'a"b\\c\n'],
    ['CASESAFEID("00DBC0000000001")', '00DBC00000000012AA'],
    ['TODAY()', '2026-11-20'],
    ['NOW()', '2026-11-20T16:30:00.000Z'],
    ['NOW() - Asked__c > 0.02', true],
    ['(NOW() - Asked__c) * 1440', 30],
    ['DATEVALUE("2026-01-31")', '2026-01-31'],
    ['DATEVALUE(Asked__c)', '2026-11-20'],
    ['DATETIMEVALUE("2026-01-31 10:00:00")', '2026-01-31T10:00:00.000Z'],
    ['DATE(2026, 2, 1)', '2026-02-01'],
    ['ADDMONTHS(DATE(2026, 1, 31), 1)', '2026-02-28'],
    ['ADDMONTHS(Born__c, 1)', '2024-03-31'],
    ['ADDMONTHS(Asked__c, 1)', '2026-12-20T16:00:00.000Z'],
    ['YEAR(Born__c)', 2024],
    ['MONTH(Born__c)', 2],
    ['DAY(Born__c)', 29],
    ['WEEKDAY(Born__c)', 5],
    ['Born__c + 1', '2024-03-01'],
    ['TODAY() - DATE(2026, 11, 18)', 2],
    ['FLOOR(Price__c)', 12],
    ['CEILING(Price__c)', 13],
    ['ROUND(Price__c, 0)', 13],
    ['MAX(1, Price__c, 3)', 12.5],
    ['MIN(4, 3)', 3],
    ['MOD(7, 4)', 3],
    ['ABS(-3)', 3],
    ['1 + 2 * 3 - 4 / 2', 5],
    ['0.1 + 0.2', 0.3],
    ['-Price__c + 2', -10.5],
    ['2 ^ 3', 8],
    ['Price__c + Discount__c', null],
    ['Name & "-" & TEXT(Price__c) = "Ada-12.5"', true],
    ['Name + Nickname__c', 'Ada'],
    ['Price__c >= 12.5', true],
    ['Price__c < 12', false],
    ['Price__c <> 12', true],
    ['Name != "Bob"', true],
    ['Name == "ADA"', false],
    ['Nickname__c = ""', true],
    ['Nickname__c <> "x"', true],
    ['Discount__c > 1', false],
    ['NOT(Discount__c > 1)', false],
    ['Ended__c = NULL', false],
    ['Born__c < TODAY()', true],
    ['Asked__c <= NOW()', true],
    ['OwnerId = $User.Id', true],
    ['NOT($Permission.Write)', true],
    ['$Label.Hello', 'Good day'],
    ['Package__r.Slug__c & "!"', 'basic!'],
    ['/* who */ Name /* and "what" */', 'Ada'],
    ['ISPICKVAL({!$Record.Status__c}, "Requested")', true],
    ['TEXT({!$Record__Prior.Status__c})', 'Error'],
    ['"{!Name}"', '{!Name}'],
  ])('%s is %j', (expression, expected) => {
    expect(evaluate(expression)).toBe(expected);
  });

  test.each<[string, boolean, FieldValue]>([
    ['ISNEW()', true, true],
    ['ISNEW()', false, false],
    ['ISCLONE()', true, true],
    ['ISCLONE()', false, false],
    ['ISCHANGED(Status__c)', false, true],
    ['ISCHANGED(Status__c)', true, false],
    ['ISCHANGED({!$Record.Status__c})', false, true],
    ['ISCHANGED(Price__c)', false, false],
    ['ISCHANGED(Nickname__c)', false, false],
    ['ISPICKVAL(PRIORVALUE(Status__c), "Error")', false, true],
    ['TEXT(PRIORVALUE(Status__c))', true, 'Requested'],
  ])('%s on a new record (%s) is %j', (expression, isNew, expected) => {
    expect(evaluate(expression, isNew)).toBe(expected);
  });

  test.each([
    ['VLOOKUP(Name)', 'Unknown function VLOOKUP'],
    ['IF(Active__c, NOSUCH(1), 2)', 'Unknown function NOSUCH'],
    ['ADD(1, 2)', 'Unknown function ADD'],
    ['IF(Active__c, ', 'Syntax error'],
    ['', 'empty'],
    ['REGEX(Name, "\\d")', 'unknown escape'],
    ['ISCHANGED(LEFT(Name, 1))', 'ISCHANGED() takes a field'],
    ['ISPICKVAL(Status__c, Name)', 'text literal'],
  ])('%j is refused when it is compiled', (expression, reason) => {
    expect(() => compileFormula(expression)).toThrow(reason);
  });

  test.each([
    ['Status__c = "Requested"', 'Expected text, number, date, datetime, checkbox, received picklist'],
    ['"n: " & Price__c', "'+ or &'. Expected text, received number"],
    ['Price__c & Price__c', "'+ or &'. Expected number, received text"],
    ['Born__c = Asked__c', "'='. Expected date, received datetime"],
    ['IF(Active__c, 1, LEFT(Price__c, 2))', "function 'LEFT()'. Expected text, received number"],
    ['IF(Active__c, 1, "one")', "function 'IF()'"],
    ['TEXT(Name)', "function 'TEXT()'"],
    ['ISBLANK(Active__c)', "function 'ISBLANK()'"],
    ['LEN()', 'Expected 1, received 0'],
    ['CASE(Status__c, "a", 1, "b", 2)', 'else result is missing'],
    ['AND(Active__c, Unknown__c)', 'Unknown__c does not exist'],
    ['1 / 0', 'Division by zero'],
    ['VALUE("twelve")', 'not a number'],
  ])('%j is refused with a reason that names it', (expression, reason) => {
    expect(() => evaluate(expression)).toThrow(reason);
    expect(() => evaluate(expression)).toThrow(`Formula ${expression}`);
  });

  test('kinds are checked without any value, in branches not taken as well', () => {
    const types: Record<string, FieldType> = { A__c: 'Checkbox', B__c: 'Number', C__c: 'Picklist' };
    const typeOf = (reference: string) => types[reference] ?? 'Text';
    expect(compileFormula('IF(A__c, B__c, 0)').check(typeOf)).toBe('number');
    expect(() => compileFormula('IF(A__c, B__c, LEN(C__c))').check(typeOf)).toThrow('received picklist');
  });

  test('a formula field may treat blank numbers as zeroes', () => {
    expect(compileFormula('Price__c + Discount__c', { blanksAsZero: true }).evaluate(scope())).toBe(12.5);
  });

  test('lists every reference once', () => {
    expect(compileFormula('IF(Active__c, Name, Name & $User.Id & "x")').references).toEqual([
      'Active__c',
      'Name',
      '$User.Id',
    ]);
  });
});

import { parse } from 'formulon';
import type { FieldValue } from '../model.ts';
import * as dates from './date-functions.ts';
import { fromLiteral, toLiteral, type FormulaKind, type FormulaValue } from './formula-value.ts';
import type { FunctionSignature } from './function-signature.ts';
import * as texts from './text-functions.ts';

/** A function whose arguments are all evaluated first. A blank text comes in as '', other blanks do not come in. */
export interface PlainFunction extends FunctionSignature {
  run(args: FormulaValue[]): FieldValue;
}

const TEXT: FormulaKind[] = ['text'];
const NUMBER: FormulaKind[] = ['number'];
const DATE: FormulaKind[] = ['date'];

/** Functions by name in lower case. What formulon gets right is formulon's; the rest is ours. */
export const plainFunctions: ReadonlyMap<string, PlainFunction> = new Map([
  ...['abs', 'ceiling', 'floor', 'mceiling', 'mfloor', 'sqrt', 'exp', 'ln', 'log'].map((name) =>
    byFormulon(name, [NUMBER], 'number'),
  ),
  ...['round', 'mod'].map((name) => byFormulon(name, [NUMBER, NUMBER], 'number')),
  ...['max', 'min'].map((name) => byFormulon(name, [NUMBER], 'number', [1, Infinity])),
  ...['trim', 'lower', 'upper'].map((name) => byFormulon(name, [TEXT], 'text')),
  ...['lpad', 'rpad'].map((name) => byFormulon(name, [TEXT, NUMBER, TEXT], 'text', [2, 3])),
  ...['begins', 'contains'].map((name) => byFormulon(name, [TEXT, TEXT], 'checkbox')),
  ...['year', 'month', 'day', 'weekday'].map((name) => byFormulon(name, [DATE], 'number')),
  byFormulon('len', [TEXT], 'number'),
  byFormulon('left', [TEXT, NUMBER], 'text'),
  byFormulon('mid', [TEXT, NUMBER, NUMBER], 'text'),
  byFormulon('br', [], 'text'),
  byFormulon('hyperlink', [TEXT, TEXT, TEXT], 'text', [2, 3]),
  byFormulon('date', [NUMBER, NUMBER, NUMBER], 'date'),
  ours('right', signature([TEXT, NUMBER], 'text'), texts.right),
  ours('substitute', signature([TEXT, TEXT, TEXT], 'text'), texts.substitute),
  ours('find', signature([TEXT, TEXT, NUMBER], 'number', [2, 3]), texts.find),
  ours('value', signature([TEXT], 'number'), texts.value),
  ours('isnumber', signature([TEXT], 'checkbox'), texts.isNumber),
  ours('regex', signature([TEXT, TEXT], 'checkbox'), texts.regex),
  ours('casesafeid', signature([TEXT], 'text'), texts.caseSafeId),
  ours('text', signature([['number', 'date', 'datetime', 'picklist']], 'text'), texts.text),
  ours('datevalue', signature([['text', 'date', 'datetime']], 'date'), dates.dateValue),
  ours('datetimevalue', signature([['text', 'date', 'datetime']], 'datetime'), dates.datetimeValue),
  [
    'addmonths',
    {
      ...signature([['date', 'datetime'], NUMBER], 'date'),
      result: ([kind]) => (kind === 'datetime' ? 'datetime' : 'date'),
      run: dates.addMonths,
    },
  ],
]);

/** Calculates one call with formulon. @throws Error with formulon's words. */
export function calculate(name: string, args: FormulaValue[]): FormulaValue {
  const names = args.map((_, index) => `a${index}`);
  const result = parse(
    `${name}(${names.join(',')})`,
    Object.fromEntries(args.map((arg, i) => [`a${i}`, toLiteral(arg)])),
  );
  if (result.type === 'error') throw new Error(result.message);
  return fromLiteral(result);
}

function byFormulon(
  name: string,
  parameters: FormulaKind[][],
  result: FormulaKind,
  count?: [number, number],
): [string, PlainFunction] {
  return [name, { ...signature(parameters, result, count), run: (args) => calculate(name, args).value }];
}

function ours(name: string, signature: FunctionSignature, run: PlainFunction['run']): [string, PlainFunction] {
  return [name, { ...signature, run }];
}

function signature(parameters: FormulaKind[][], result: FormulaKind, count?: [number, number]): FunctionSignature {
  const [least, most] = count ?? [parameters.length, parameters.length];
  return { parameters, least, most, result: () => result };
}

import type { FieldValue } from '../model.ts';
import type { FormulaKind, FormulaValue } from './formula-value.ts';
import { sharedKind, wrongKind, type FunctionSignature } from './function-signature.ts';
import { calculate } from './plain-functions.ts';

/** An operator; blanks come in as null. */
export interface Operator extends FunctionSignature {
  run(left: FormulaValue, right: FormulaValue): FieldValue;
}

const COMPARABLE: FormulaKind[] = ['text', 'number', 'date', 'datetime', 'checkbox'];
const ORDERED: FormulaKind[] = ['number', 'date', 'datetime'];

/** Operators by the name formulon's grammar gives them. `&` arrives as `add`. */
export const operators: ReadonlyMap<string, Operator> = new Map([
  ['equal', equality('equal', (equal) => equal)],
  ['unequal', equality('unequal', (equal) => !equal)],
  ['greaterThan', comparison('greaterThan', (order) => order > 0)],
  ['greaterThanOrEqual', comparison('greaterThanOrEqual', (order) => order >= 0)],
  ['lessThan', comparison('lessThan', (order) => order < 0)],
  ['lessThanOrEqual', comparison('lessThanOrEqual', (order) => order <= 0)],
  ['add', arithmetic('add', ['number', 'text', 'date', 'datetime'])],
  ['subtract', arithmetic('subtract', ['number', 'date', 'datetime'])],
  ['multiply', arithmetic('multiply', ['number'])],
  ['divide', arithmetic('divide', ['number'])],
  ['exponentiate', arithmetic('exponentiate', ['number'])],
]);

/** Texts: a blank equals an empty text. Everything else: a comparison with a blank is blank, which counts as false. */
function equality(name: string, wanted: (equal: boolean) => boolean): Operator {
  return {
    ...binary(COMPARABLE, (kinds) => yesNo(name, kinds)),
    run(left, right) {
      const isText = left.kind === 'text' || right.kind === 'text';
      if (!isText && (left.value === null || right.value === null)) return null;
      return wanted((left.value ?? '') === (right.value ?? ''));
    },
  };
}

function comparison(name: string, wanted: (order: number) => boolean): Operator {
  return {
    ...binary(ORDERED, (kinds) => yesNo(name, kinds)),
    run(left, right) {
      if (left.value === null || right.value === null) return null;
      return wanted(left.value === right.value ? 0 : left.value > right.value ? 1 : -1);
    },
  };
}

function arithmetic(name: string, kinds: FormulaKind[]): Operator {
  return {
    ...binary(kinds, ([left = 'null', right = 'null']) => arithmeticKind(name, left, right)),
    run(left, right) {
      if (left.kind === 'text' || right.kind === 'text') return `${left.value ?? ''}${right.value ?? ''}`;
      if (left.value === null || right.value === null) return null;
      if (name === 'divide' && right.value === 0) throw new Error('Division by zero');
      return steady(calculate(name, [left, right]).value);
    },
  };
}

/** The platform counts in decimals: what binary fractions add in the last digits goes away. */
function steady(value: FieldValue): FieldValue {
  return typeof value === 'number' ? Number(value.toPrecision(15)) : value;
}

function arithmeticKind(name: string, left: FormulaKind, right: FormulaKind): FormulaKind {
  if (left === right) return name === 'subtract' ? 'number' : left;
  if (right === 'null') return left;
  if (left === 'null') return right;
  if (right === 'number' && left !== 'text') return left;
  if (left === 'number' && name === 'add' && right !== 'text') return right;
  throw wrongKind(name, [left], right);
}

function yesNo(name: string, kinds: FormulaKind[]): FormulaKind {
  sharedKind(name, kinds);
  return 'checkbox';
}

function binary(kinds: FormulaKind[], result: FunctionSignature['result']): FunctionSignature {
  return { parameters: [kinds, kinds], least: 2, most: 2, result };
}

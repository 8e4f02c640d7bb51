import type { FormulaKind } from './formula-value.ts';

/** Operators by the name the grammar gives them. */
const SYMBOLS: Record<string, string> = {
  add: '+ or &',
  subtract: '-',
  multiply: '*',
  divide: '/',
  exponentiate: '^',
  equal: '=',
  unequal: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

/** What a function or operator takes and gives. */
export interface FunctionSignature {
  /** Kinds each argument may have, in order; the last one stands for all further arguments. */
  parameters: FormulaKind[][];
  least: number;
  most: number;
  result: (kinds: FormulaKind[]) => FormulaKind;
}

/** @throws Error worded like the platform's when number or kinds of the arguments do not fit. */
export function checkArguments(name: string, signature: FunctionSignature, kinds: FormulaKind[]): void {
  const { parameters, least, most } = signature;
  if (kinds.length < least || kinds.length > most) {
    const expected = least === most ? String(least) : most === Infinity ? `${least} or more` : `${least} to ${most}`;
    throw new Error(
      `Incorrect number of parameters for function '${label(name)}'. Expected ${expected}, received ${kinds.length}`,
    );
  }
  kinds.forEach((kind, index) => {
    const expected = parameters[index] ?? parameters.at(-1) ?? [];
    if (kind !== 'null' && !expected.includes(kind)) throw wrongKind(name, expected, kind);
  });
}

/** The one kind all arguments share; null fits everything. @throws Error when they differ. */
export function sharedKind(name: string, kinds: FormulaKind[]): FormulaKind {
  const [first, ...others] = kinds.filter((kind) => kind !== 'null');
  const other = others.find((kind) => kind !== first);
  if (first !== undefined && other !== undefined) throw wrongKind(name, [first], other);
  return first ?? 'null';
}

/** The error for an argument of another kind than expected. */
export function wrongKind(name: string, expected: FormulaKind[], received: FormulaKind): Error {
  const hint = received === 'picklist' ? '; picklists go through ISPICKVAL, CASE or TEXT' : '';
  return new Error(
    `Incorrect parameter type for function '${label(name)}'. Expected ${expected.join(', ')}, received ${received}${hint}`,
  );
}

function label(name: string): string {
  return SYMBOLS[name] ?? `${name.toUpperCase()}()`;
}

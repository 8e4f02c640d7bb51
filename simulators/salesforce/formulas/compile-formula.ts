import type { Formula, FormulaScope } from '../formula-model.ts';
import type { FieldType, FieldValue } from '../model.ts';
import { evaluateNode } from './evaluate-formula.ts';
import { checkKinds, checkNames } from './formula-checks.ts';
import { parseFormula, referencesOf } from './formula-tree.ts';
import { kindOfField, type FormulaKind } from './formula-value.ts';

/** A formula whose kinds can be checked before any value exists, as a deploy does. */
export interface CheckedFormula extends Formula {
  /** The kind of its result. @throws Error naming the formula when a field's type does not fit a function. */
  check(typeOf: (reference: string) => FieldType): FormulaKind;
}

/**
 * Reads a formula as validation rules, formula fields, default values and flows write it (`{!$Record.X}` included).
 * `blanksAsZero` is a formula field's "treat blank fields as zeroes". @throws Error naming the formula and what is wrong.
 */
export function compileFormula(expression: string, options?: { blanksAsZero?: boolean }): CheckedFormula {
  const tree = naming(expression, () => parseFormula(expression));
  naming(expression, () => checkNames(tree));
  const check = (typeOf: (reference: string) => FieldType) =>
    naming(expression, () => checkKinds(tree, (reference) => kindOfField(typeOf(reference))));
  let isChecked = false;
  return {
    expression,
    references: referencesOf(tree),
    check,
    evaluate(scope: FormulaScope): FieldValue {
      if (!isChecked) check((reference) => scope.resolve(reference).type);
      isChecked = true;
      return naming(expression, () => evaluateNode(tree, scope, options?.blanksAsZero ?? false));
    },
  };
}

function naming<T>(expression: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Formula ${expression.trim()}: ${reason}`, { cause: error });
  }
}

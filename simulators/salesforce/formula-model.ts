import type { FieldType, FieldValue } from './model.ts';

/** A value with the type formulas need to judge it. */
export interface TypedValue {
  type: FieldType;
  value: FieldValue;
}

/** What a formula sees around it. */
export interface FormulaScope {
  readonly now: Date;
  readonly isNew: boolean;
  /** Made by the Clone button from another record. */
  readonly isClone: boolean;
  /** A reference as written (`Status__c`, `Package__r.Slug__c`, `$User.Id`, `$Permission.X`, `$Record.X`, a flow variable). @throws Error naming an unknown reference. */
  resolve(reference: string): TypedValue;
  /** The value before this save; the new one on insert. */
  resolvePrior(reference: string): TypedValue;
}

/** A formula that parsed and whose functions are all known. */
export interface Formula {
  readonly expression: string;
  /** Every reference it uses, as written. */
  readonly references: string[];
  /** @throws Error naming the formula when a value does not fit a function. */
  evaluate(scope: FormulaScope): FieldValue;
}

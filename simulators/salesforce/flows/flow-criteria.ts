import type { FieldType, FieldValue } from '../model.ts';

/** A value written in the flow: a literal (texts may hold `{!…}`) or a reference such as `$Record.Name`. */
export type ValueSource =
  { kind: 'literal'; type: FieldType; value: FieldValue } | { kind: 'reference'; reference: string };

/** `left` is a reference in a decision, a field's API name in a filter. */
export interface Condition {
  left: string;
  operator: string;
  right: ValueSource;
}

/** Conditions and how they combine: `and`, `or` or `1 AND (2 OR 3)`. */
export interface Criteria {
  logic: string;
  conditions: Condition[];
}

export interface FieldAssignment {
  field: string;
  value: ValueSource;
}

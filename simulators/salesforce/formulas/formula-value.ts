import type { Literal } from 'formulon';
import type { TypedValue } from '../formula-model.ts';
import type { FieldType, FieldValue } from '../model.ts';

/** The types formulas tell apart; `null` fits everywhere. */
export type FormulaKind = 'text' | 'number' | 'checkbox' | 'date' | 'datetime' | 'picklist' | 'null';

/** A value inside a formula: dates and times as in a row, a blank as null. */
export interface FormulaValue {
  kind: FormulaKind;
  value: FieldValue;
}

const KINDS: Partial<Record<FieldType, FormulaKind>> = {
  Checkbox: 'checkbox',
  Number: 'number',
  Currency: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Picklist: 'picklist',
};

/** How formulas treat a field of that type; ids and lookups are texts. */
export function kindOfField(type: FieldType): FormulaKind {
  return KINDS[type] ?? 'text';
}

/** A row's value as formulas see it: a checkbox is never blank, an empty text always is. */
export function toFormulaValue({ type, value }: TypedValue): FormulaValue {
  const kind = kindOfField(type);
  if (kind === 'checkbox') return { kind, value: value === true };
  return { kind, value: value === '' ? null : value };
}

/** For a formula field told to treat blank numbers as zeroes. */
export function blankAsZero(value: FormulaValue): FormulaValue {
  return value.kind === 'number' && value.value === null ? { kind: 'number', value: 0 } : value;
}

/** The form formulon calculates with; a blank text is an empty one there. */
export function toLiteral({ kind, value }: FormulaValue): Literal {
  if (kind === 'text') return { type: 'literal', dataType: kind, value: value ?? '', options: {} };
  if (value === null) return { type: 'literal', dataType: 'null', value, options: {} };
  if (kind === 'date' || kind === 'datetime') {
    return { type: 'literal', dataType: kind, value: new Date(String(value)), options: {} };
  }
  const scale = kind === 'number' ? (String(value).split('.')[1]?.length ?? 0) : 0;
  return { type: 'literal', dataType: kind, value, options: { scale } };
}

/** Back from formulon. */
export function fromLiteral({ dataType, value }: Literal): FormulaValue {
  if (!(value instanceof Date)) return { kind: dataType, value: value === '' ? null : value };
  const iso = value.toISOString();
  return { kind: dataType, value: dataType === 'date' ? iso.slice(0, 10) : iso };
}

import type { FieldDefinition, FieldValue } from '../../model.ts';
import type { Column } from './columns.ts';

/** Empties a field; an empty cell leaves it as it is. */
const NULL = '#N/A';

/** A row of a CSV as the JSON body that means the same. */
export function rowBody(columns: Column[], cells: string[]): Record<string, unknown> {
  const entries = columns.flatMap((column, index) => {
    const text = cells[index] ?? '';
    return text === '' ? [] : [entryOf(column, text)];
  });
  return Object.fromEntries(entries);
}

function entryOf({ field, parentKey }: Column, text: string): [string, unknown] {
  if (text === NULL) return [field.name, null];
  if (!parentKey) return [field.name, valueOf(field, text)];
  return [field.relationshipName ?? '', { [parentKey.name]: valueOf(parentKey, text) }];
}

/** What cannot be read stays a text, which the field then refuses. */
function valueOf({ type }: FieldDefinition, text: string): FieldValue {
  if (type === 'Checkbox') return BOOLEANS.get(text.toLowerCase()) ?? text;
  if (type === 'Number' || type === 'Currency') return Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === 'Date') return text.replace(/Z$/, '');
  return text;
}

const BOOLEANS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

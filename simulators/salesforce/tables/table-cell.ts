import { displayValue } from '../api/ui-api/display-value.ts';
import type { FieldDefinition, FieldValue } from '../model.ts';
import type { QueryRow } from '../org-model.ts';

/** What a table shows of one value; lookups and names lead to their record. */
export interface TableCell {
  text: string;
  href?: string;
}

/** Stands where a row has no value. */
export const NO_VALUE = '-';

/** The value of a row as people read it. */
export function cellOf(object: string, field: FieldDefinition, row: QueryRow): TableCell {
  const value = (row[field.name] ?? null) as FieldValue;
  if (field.name === 'Name') return linked(String(value ?? ''), object, row['Id'] as FieldValue);
  if (field.referenceTo) return parentCell(field, row, value);
  if (field.type === 'Checkbox') return { text: value === true ? 'Yes' : 'No' };
  return { text: value === null ? NO_VALUE : (displayValue(field, value) ?? String(value)) };
}

function parentCell(field: FieldDefinition, row: QueryRow, value: FieldValue): TableCell {
  const parent = row[field.relationshipName ?? ''] as QueryRow | null | undefined;
  if (value === null || !parent) return { text: NO_VALUE };
  const name = String(parent['Name']);
  return field.referenceTo === 'User' ? { text: name } : linked(name, parent.attributes.type, value);
}

function linked(text: string, object: string, id: FieldValue): TableCell {
  return { text, href: `/lightning/r/${object}/${String(id)}/view` };
}

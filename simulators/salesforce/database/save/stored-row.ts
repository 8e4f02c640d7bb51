import type { ObjectDefinition, SObject } from '../../model.ts';
import { isComputed } from '../computed-row.ts';
import { convertValue } from './convert-value.ts';

/** Only what is stored of a row, each value once more checked against its field. @throws RowRefusal */
export function storedRow(definition: ObjectDefinition, row: Readonly<SObject>): SObject {
  const stored: SObject = {};
  for (const field of definition.fields.values()) {
    if (isComputed(definition, field)) continue;
    stored[field.name] = convertValue(field, row[field.name]);
  }
  return stored;
}

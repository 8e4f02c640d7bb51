import type { ObjectDefinition, SObject } from '../../model.ts';
import { refuseRow } from '../row-refusal.ts';

/** @throws RowRefusal naming every required field without a value. */
export function checkRequired(definition: ObjectDefinition, row: Readonly<SObject>): void {
  const missing = [...definition.fields.values()]
    .filter((field) => field.required && (row[field.name] === null || row[field.name] === undefined))
    .map((field) => field.name);
  if (missing.length > 0) {
    throw refuseRow('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
  }
}

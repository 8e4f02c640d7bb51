import type { ObjectDefinition, SObject } from '../../model.ts';
import { refuseRow } from '../row-refusal.ts';

/** @throws RowRefusal when a restricted picklist holds a value that is not in its list. */
export function checkPicklists(definition: ObjectDefinition, row: Readonly<SObject>): void {
  for (const { name, label, picklist } of definition.fields.values()) {
    const value = row[name];
    if (!picklist?.restricted || value === null || value === undefined) continue;
    if (picklist.values.some(({ fullName }) => fullName === value)) continue;
    const message = `${label}: bad value for restricted picklist field: ${String(value)}`;
    throw refuseRow('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [name]);
  }
}

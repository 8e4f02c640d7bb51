import type { ObjectDefinition, SObject } from '../../model.ts';
import type { DatabaseContext } from '../database-context.ts';
import { refuseRow } from '../row-refusal.ts';

/** @throws RowRefusal when another row holds the same value in a unique field; blanks are never the same. */
export function checkUnique({ store }: DatabaseContext, definition: ObjectDefinition, row: Readonly<SObject>): void {
  for (const { name, unique } of definition.fields.values()) {
    const value = row[name];
    if (!unique || value === null || value === undefined) continue;
    const other = store.findBy(definition, name, value).find(({ Id }) => Id !== row['Id']);
    if (!other) continue;
    const message = `duplicate value found: ${name} duplicates value on record with id: ${String(other['Id']).slice(0, 15)}`;
    throw refuseRow('DUPLICATE_VALUE', message, []);
  }
}

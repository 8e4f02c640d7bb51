import type { FieldDefinition, RecordChange } from '../../model.ts';
import type { DatabaseContext } from '../database-context.ts';
import { objectOfId } from '../field-path.ts';
import { refuseRow } from '../row-refusal.ts';

/** Lookups that may also hold a group or queue. */
const USER_OR_GROUP = ['OwnerId', 'UserOrGroupId'];

/** @throws RowRefusal when a new lookup value is an id of another object or of no row. */
export function checkReferences(context: DatabaseContext, { object, record, prior }: RecordChange): void {
  const definition = context.transaction.objectDefinition(object);
  for (const field of definition.fields.values()) {
    const id = record[field.name];
    if (!field.referenceTo || typeof id !== 'string' || id === prior?.[field.name]) continue;
    checkReference(context, field, id);
  }
}

function checkReference({ schema, store }: DatabaseContext, field: FieldDefinition, id: string): void {
  const target = objectOfId(schema.objects, id)?.name;
  const isAllowed = target === field.referenceTo || (target === 'Group' && USER_OR_GROUP.includes(field.name));
  if (!target || !isAllowed) {
    throw refuseRow('MALFORMED_ID', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
  }
  if (store.get(target, id)) return;
  if (store.wasDropped(id)) throw refuseRow('ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
  throw refuseRow('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
}

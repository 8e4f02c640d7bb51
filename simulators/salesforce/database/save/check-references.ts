import type { FieldDefinition } from '../../model.ts';
import type { RecordChange } from '../../save-model.ts';
import type { DatabaseContext } from '../database-context.ts';
import { objectOfId } from '../field-path.ts';
import { rightsOf } from '../permissions/rights.ts';
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
    if (field.name === 'OwnerId') checkOwner(context, object, id);
  }
}

/** @throws RowRefusal for a user who is gone or may not read the object, a group that is no queue, a queue that is not for the object. */
function checkOwner({ schema, store, user }: DatabaseContext, object: string, id: string): void {
  if (id !== user.id && store.get('User', id)?.['IsActive'] === false) {
    const message = `operation performed with inactive user [${id}] as owner of ${object}`;
    throw refuseRow('INACTIVE_OWNER_OR_USER', message, ['OwnerId']);
  }
  if (id !== user.id && store.get('User', id) && !rightsOf(schema, store, { id }).object(object, 'read'))
    throw refuseRow('TRANSFER_REQUIRES_READ', 'The new owner must have read permission', ['OwnerId']);
  if (!store.get('Group', id)) return;
  const isForObject = store
    .rows('QueueSobject')
    .some(({ QueueId, SobjectType }) => QueueId === id && SobjectType === object);
  if (!isForObject)
    throw refuseRow('FIELD_INTEGRITY_EXCEPTION', 'Queue not associated with this SObject type', ['OwnerId']);
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

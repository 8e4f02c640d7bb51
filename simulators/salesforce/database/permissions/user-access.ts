import type { Schema } from '../../metadata/schema.ts';
import type { RunningUser, SObject, UserAccess } from '../../model.ts';
import type { Store } from '../store.ts';
import { rightsOf, type Rights } from './rights.ts';

/** What a user may do with objects, fields and rows. Rows are the owner's unless the object is shared with everybody. */
export function userAccess(schema: Schema, store: Store, user: RunningUser): UserAccess {
  const rights = rightsOf(schema, store, user);
  const owners = ownersOf(store, user.id);
  const fieldRight = (object: string, name: string, right: 'readable' | 'editable') => {
    const field = schema.objects.get(object)?.fields.get(name);
    return field !== undefined && rights.field(object, field, right);
  };
  const access: UserAccess = {
    canRead: (object) => rights.object(object, 'read'),
    canCreate: (object) => rights.object(object, 'create'),
    canEdit: (object) => rights.object(object, 'edit'),
    canDelete: (object) => rights.object(object, 'delete'),
    canReadField: (object, field) => access.canRead(object) && fieldRight(object, field, 'readable'),
    canEditField: (object, field) => isWritable(schema, object, field) && fieldRight(object, field, 'editable'),
    canReadRow: (object, row) =>
      access.canRead(object) && (sharedBy(schema, object) !== 'Private' || isShared(rights, object, row, owners)),
    canEditRow: (object, row) =>
      access.canEdit(object) &&
      (sharedBy(schema, object) === 'ReadWrite' || rights.object(object, 'modifyAll') || isOwn(row, owners)),
  };
  return access;
}

function sharedBy(schema: Schema, object: string): string | undefined {
  const model = schema.objects.get(object)?.sharingModel;
  return model === 'ControlledByParent' ? 'ReadWrite' : model;
}

function isShared(rights: Rights, object: string, row: SObject, owners: Set<unknown>): boolean {
  return rights.object(object, 'viewAll') || rights.object(object, 'modifyAll') || isOwn(row, owners);
}

function isOwn(row: SObject, owners: Set<unknown>): boolean {
  return owners.has(row['OwnerId']);
}

/** The user and the queues the user is a member of. */
function ownersOf(store: Store, userId: string): Set<unknown> {
  const memberships = store.rows('GroupMember').filter(({ UserOrGroupId }) => UserOrGroupId === userId);
  return new Set([userId, ...memberships.map(({ GroupId }) => GroupId)]);
}

/** Formula fields, auto-numbers and the org's own fields are never written by anybody. */
function isWritable(schema: Schema, object: string, name: string): boolean {
  const field = schema.objects.get(object)?.fields.get(name);
  return field !== undefined && !field.system && field.formula === undefined && field.type !== 'AutoNumber';
}

import type { Schema } from '../../metadata/schema.ts';
import type { ObjectDefinition, RunningUser } from '../../model.ts';
import type { UserAccess } from '../../org-model.ts';
import type { Store } from '../store.ts';
import { rightsOf } from './rights.ts';
import { rowAccess } from './row-access.ts';

/** Objects of which nobody deletes a row: users are deactivated, the others belong to the org. */
const NEVER_DELETED = ['User', 'Profile', 'Organization'];

/** What a user may do with objects, fields and rows. History is read with its object and written by nobody. */
export function userAccess(schema: Schema, store: Store, user: RunningUser): UserAccess {
  const rights = rightsOf(schema, store, user);
  const historyOf = (object: string) => schema.objects.get(object)?.historyOf;
  const mayWrite = (object: string, right: 'create' | 'edit' | 'delete') =>
    !historyOf(object) && rights.object(object, right);
  const fieldRight = (object: string, name: string, right: 'readable' | 'editable') => {
    const field = schema.objects.get(object)?.fields.get(name);
    return field !== undefined && rights.field(object, field, right);
  };
  const objects = {
    canRead: (object: string) => rights.object(historyOf(object)?.object ?? object, 'read'),
    canCreate: (object: string) => mayWrite(object, 'create'),
    canEdit: (object: string) => mayWrite(object, 'edit'),
    canDelete: (object: string) => !NEVER_DELETED.includes(object) && mayWrite(object, 'delete'),
    canReadField: (object: string, field: string) => objects.canRead(object) && fieldRight(object, field, 'readable'),
  };
  return {
    ...objects,
    canEditField: (object, field) =>
      isWritable(schema.objects.get(object), field) && fieldRight(object, field, 'editable'),
    seesTab: rights.tab,
    seesApp: rights.app,
    ...rowAccess({ schema, store, userId: user.id, rights, objects }),
  };
}

/** Formula fields, auto-numbers and the org's own fields are never written by anybody. */
function isWritable(object: ObjectDefinition | undefined, name: string): boolean {
  const field = object?.fields.get(name);
  return field !== undefined && !field.system && field.formula === undefined && field.type !== 'AutoNumber';
}

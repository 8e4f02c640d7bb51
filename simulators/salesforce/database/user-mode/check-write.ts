import type { ObjectDefinition, SaveError, SObject, UserAccess } from '../../model.ts';
import { ApiError } from '../api-error.ts';
import type { Store } from '../store.ts';

/** What decides whether a user may write a row. */
export interface WriteRights {
  access: UserAccess;
  definition: ObjectDefinition;
  store: Store;
}

/** @throws ApiError 404 when the user may not even see the object. */
export function checkObjectVisible({ access, definition }: Pick<WriteRights, 'access' | 'definition'>): void {
  if (!access.canRead(definition.name) && !access.canCreate(definition.name)) {
    throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
  }
}

/** Why the user may not insert this row; undefined when allowed. */
export function insertError(rights: WriteRights, row: SObject): SaveError | undefined {
  const { access, definition } = rights;
  if (!access.canCreate(definition.name)) return entityError(`entity type cannot be inserted: ${definition.label}`);
  return fieldError(rights, row, 'create');
}

/** Why the user may not change this row; undefined when allowed, also for a row that is not there. */
export function updateError(rights: WriteRights, row: SObject): SaveError | undefined {
  const { access, definition, store } = rights;
  if (!access.canEdit(definition.name)) return entityError(`entity type cannot be updated: ${definition.label}`);
  return rowError(rights, store.get(definition.name, String(row['Id']))) ?? fieldError(rights, row, 'update');
}

/** Why the user may not delete this row; undefined when allowed, also for a row that is not there. */
export function deleteError(rights: WriteRights, id: string): SaveError | undefined {
  const { access, definition, store } = rights;
  if (!access.canDelete(definition.name)) return entityError(`entity type cannot be deleted: ${definition.label}`);
  return rowError(rights, store.get(definition.name, id));
}

function entityError(message: string): SaveError {
  return { statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields: [] };
}

function rowError({ access, definition }: WriteRights, row: SObject | undefined): SaveError | undefined {
  if (!row || access.canEditRow(definition.name, row)) return undefined;
  if (access.canReadRow(definition.name, row)) {
    return {
      statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
      message: 'insufficient access rights on object id',
      fields: [],
    };
  }
  const message = 'insufficient access rights on cross-reference id';
  return { statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message, fields: [] };
}

function fieldError({ access, definition }: WriteRights, row: SObject, verb: string): SaveError | undefined {
  const { name: object } = definition;
  const names = Object.keys(row).filter((name) => !(verb === 'update' && name === 'Id'));
  const unknown = names.find((name) => !definition.fields.has(name) || !access.canReadField(object, name));
  if (unknown) {
    const message = `No such column '${unknown}' on sobject of type '${object}'`;
    return { statusCode: 'INVALID_FIELD', message, fields: [] };
  }
  const refused = names.filter((name) => !access.canEditField(object, name));
  if (refused.length === 0) return undefined;
  const message =
    `Unable to create/update fields: ${refused.join(', ')}. Please check the security settings of this field ` +
    'and verify that it is read/write for your profile or permission set.';
  return { statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', message, fields: refused };
}

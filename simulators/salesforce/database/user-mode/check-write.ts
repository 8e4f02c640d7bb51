import type { ObjectDefinition, SObject } from '../../model.ts';
import type { UserAccess } from '../../org-model.ts';
import type { SaveError } from '../../save-model.ts';
import { ApiError } from '../api-error.ts';
import { objectOfId } from '../field-path.ts';
import { isWritable, parentsOf } from '../permissions/row-access.ts';
import { toLongId } from '../record-id.ts';
import type { Store } from '../store.ts';

/** What decides whether a user may write a row. */
export interface WriteRights {
  access: UserAccess;
  definition: ObjectDefinition;
  store: Store;
  objects: Map<string, ObjectDefinition>;
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
  return fieldError(rights, row, 'create') ?? parentError(rights, row) ?? referenceError(rights, row);
}

/** Why the user may not change this row; undefined when allowed, also for a row that is not there. */
export function updateError(rights: WriteRights, row: SObject): SaveError | undefined {
  const { access, definition, store } = rights;
  if (!access.canEdit(definition.name)) return entityError(`entity type cannot be updated: ${definition.label}`);
  const stored = store.get(definition.name, String(row['Id']));
  return (
    rowError(rights, stored) ??
    fieldError(rights, row, 'update') ??
    ownerError(rights, row, stored) ??
    parentError(rights, row) ??
    referenceError(rights, row, stored)
  );
}

/** Why the user may not delete this row; undefined when allowed, also for a row that is not there. */
export function deleteError(rights: WriteRights, id: string): SaveError | undefined {
  const { access, definition, store } = rights;
  if (!access.canDelete(definition.name)) return entityError(`entity type cannot be deleted: ${definition.label}`);
  const row = store.get(definition.name, id);
  return rowError(rights, row, access.canDeleteRow);
}

function entityError(message: string): SaveError {
  return { statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields: [] };
}

function rowError(
  { access, definition }: WriteRights,
  row: SObject | undefined,
  isAllowed: UserAccess['canEditRow'] = access.canEditRow,
): SaveError | undefined {
  if (!row || isAllowed(definition.name, row)) return undefined;
  if (access.canReadRow(definition.name, row)) {
    return {
      statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
      message: 'insufficient access rights on object id',
      fields: [],
    };
  }
  return crossReferenceError();
}

function ownerError(rights: WriteRights, row: SObject, stored: SObject | undefined): SaveError | undefined {
  const owner = row['OwnerId'];
  if (typeof owner !== 'string' || stored?.['OwnerId'] === toLongId(owner)) return undefined;
  return rowError(rights, stored, rights.access.canTransferRow);
}

function crossReferenceError(fields: string[] = []): SaveError {
  const message = 'insufficient access rights on cross-reference id';
  return { statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message, fields };
}

/** A child in a master-detail is added only by who may write below its parent; a parent that is not there is refused later. */
function parentError({ access, definition, store }: WriteRights, row: SObject): SaveError | undefined {
  const ids = Object.fromEntries(Object.entries(row).map(([name, id]) => [name, toLongId(String(id))]));
  const refused = parentsOf(store, definition, ids).find((parent) => parent.row && !isWritable(access)(parent));
  return refused && crossReferenceError([refused.field.name]);
}

/** Nobody points a lookup at a row they may not see. */
function referenceError(
  { access, definition, store, objects }: WriteRights,
  row: SObject,
  stored?: Readonly<SObject>,
): SaveError | undefined {
  const hidden = Object.entries(row).find(([name, id]) => {
    if (typeof id !== 'string' || !definition.fields.get(name)?.referenceTo || stored?.[name] === toLongId(id))
      return false;
    const target = objectOfId(objects, id)?.name;
    const pointedAt = target && store.get(target, toLongId(id));
    return pointedAt && !access.canReadRow(target, pointedAt);
  });
  return hidden && crossReferenceError([hidden[0]]);
}

function fieldError({ access, definition }: WriteRights, row: SObject, verb: string): SaveError | undefined {
  const { name: object } = definition;
  const names = Object.keys(row).filter((name) => !(verb === 'update' && name === 'Id'));
  const unknown = names.find((name) => !definition.fields.has(name) || !access.canReadField(object, name));
  if (unknown) {
    const message = `No such column '${unknown}' on sobject of type '${object}'`;
    return { statusCode: 'INVALID_FIELD', message, fields: [] };
  }
  const isFixed = (name: string) => {
    const field = definition.fields.get(name);
    return verb === 'update' && field?.type === 'MasterDetail' && !field.reparentable;
  };
  const refused = names.filter((name) => isFixed(name) || !access.canEditField(object, name));
  if (refused.length === 0) return undefined;
  const message =
    `Unable to create/update fields: ${refused.join(', ')}. Please check the security settings of this field ` +
    'and verify that it is read/write for your profile or permission set.';
  return { statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', message, fields: refused };
}

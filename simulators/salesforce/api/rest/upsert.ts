import { ApiError } from '../../database/api-error.ts';
import { refuseRow } from '../../database/row-refusal.ts';
import type { FieldDefinition, FieldValue, ObjectDefinition, SObject } from '../../model.ts';
import { findField } from '../../database/field-path.ts';
import type { Caller } from './rest-request.ts';

/** The object of an upsert and the field its rows are known by. */
export interface UpsertTarget {
  definition: ObjectDefinition;
  field: FieldDefinition;
}

/** What an upsert of one row comes to. */
export type UpsertStep =
  { kind: 'insert'; row: SObject } | { kind: 'update'; row: SObject } | { kind: 'ambiguous'; ids: string[] };

/** The external id field of a path. @throws ApiError 404 when it is none, or not for this user. */
export function externalIdField({ org, user }: Caller, definition: ObjectDefinition, name: string): FieldDefinition {
  const field = findField(definition, name);
  const isKey = field && (field.externalId || field.type === 'Id');
  if (isKey && org.accessOf(user).canReadField(definition.name, field.name)) return field;
  throw new ApiError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`);
}

/** Decides by the key whether a row is new. @throws RowRefusal when it has no key. */
export function upsertStep({ org }: Caller, at: UpsertTarget, row: SObject): UpsertStep {
  const { definition, field } = at;
  const { [field.name]: key = null, ...others } = row;
  if (key === null) return withoutKey(field, others);
  const ids = org.database.store.findBy(definition, field.name, searchValue(field, key)).map(({ Id }) => String(Id));
  const [id, ...more] = ids;
  if (more.length > 0) return { kind: 'ambiguous', ids };
  if (id) return { kind: 'update', row: { ...others, Id: id } };
  if (field.type === 'Id') return { kind: 'update', row };
  return { kind: 'insert', row };
}

function withoutKey(field: FieldDefinition, row: SObject): UpsertStep {
  if (field.type === 'Id') return { kind: 'insert', row };
  throw refuseRow('MISSING_ARGUMENT', `${field.name} not specified`, []);
}

function searchValue(field: FieldDefinition, key: FieldValue): FieldValue {
  return field.type === 'Number' ? Number(key) : String(key).trim();
}

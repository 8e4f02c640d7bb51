import { ApiError } from '../../database/api-error.ts';
import { findField, findRelationship } from '../../database/field-path.ts';
import { refuseRow } from '../../database/row-refusal.ts';
import type { FieldDefinition, FieldValue, ObjectDefinition, SObject } from '../../model.ts';
import type { Caller } from './rest-request.ts';

type Json = Record<string, unknown>;

/** A JSON object. @throws ApiError 400 `JSON_PARSER_ERROR` naming what it should have been. */
function asObject(value: unknown, what = 'the body'): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new ApiError(400, 'JSON_PARSER_ERROR', `${what} has to be a JSON object`);
}

/**
 * The row a JSON object means: field names in any case, parents by external id (`"Package__r": {"Slug__c": "basic"}`).
 * @throws RowRefusal for a value that cannot be in a row, or a parent that is not there.
 */
export function readRow(caller: Caller, definition: ObjectDefinition, body: unknown): SObject {
  const row: SObject = {};
  for (const [key, value] of Object.entries(asObject(body, 'a record'))) {
    if (key === 'attributes') continue;
    const parent = typeof value === 'object' && value !== null ? findRelationship(definition, key) : undefined;
    if (parent) row[parent.name] = parentId(caller, parent, asObject(value));
    else row[findField(definition, key)?.name ?? key] = plainValue(key, value);
  }
  return row;
}

function plainValue(key: string, value: unknown): FieldValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as FieldValue;
  throw refuseRow('INVALID_FIELD', `Cannot reference a foreign key field ${key}.`, []);
}

function parentId({ org, user }: Caller, lookup: FieldDefinition, parent: Json): string {
  const object = org.objectDefinition(lookup.referenceTo ?? '');
  const keys = Object.keys(parent).filter((key) => key !== 'attributes');
  const field = findField(object, keys[0] ?? '');
  if (keys.length !== 1 || !field?.externalId || !org.accessOf(user).canReadField(object.name, field.name)) {
    throw refuseRow(
      'INVALID_FIELD',
      `${lookup.relationshipName ?? ''} needs exactly one external id field of ${object.name}`,
    );
  }
  const value = plainValue(field.name, parent[keys[0] ?? '']);
  const [row, ...more] = value === null ? [] : org.database.store.findBy(object, field.name, value);
  if (row && more.length === 0) return String(row['Id']);
  const problem = row ? 'matches more than one record' : 'not found';
  const message = `Foreign key external ID: ${String(value)} ${problem} for field ${field.name} in entity ${object.name}`;
  throw refuseRow('INVALID_FIELD', message);
}

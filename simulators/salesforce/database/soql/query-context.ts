import type { ObjectDefinition, SObject, UserAccess } from '../../model.ts';
import { findFieldPath, type FieldPath } from '../field-path.ts';
import { noSuchColumn } from './soql-errors.ts';

/** What a query needs to know of the org. */
export interface QueryContext {
  objects: Map<string, ObjectDefinition>;
  object: ObjectDefinition;
  now: Date;
  /** Whose rights decide; left out, the query runs in system mode. */
  access?: UserAccess;
  mayReadEncrypted: boolean;
  /** The row an id belongs to, formula fields included; null when it is not there. */
  read(object: string, id: string): SObject | null;
  /** Rows that match, in order of creation. */
  rows(object: string, matches: (row: SObject) => boolean): SObject[];
  /** Rows by an indexed field's value. */
  findBy(object: string, field: string, value: string): SObject[];
}

/** A path the user may read. @throws ApiError `INVALID_FIELD` */
export function readablePath(context: QueryContext, path: string): FieldPath {
  const found = findFieldPath(context.objects, context.object, path);
  if (!found || !isReadable(context, found)) throw noSuchColumn(found?.object.name ?? context.object.name, path);
  return found;
}

function isReadable({ access, object }: QueryContext, { lookups, field, object: last }: FieldPath): boolean {
  if (!access) return true;
  let current = object.name;
  for (const lookup of lookups) {
    if (!access.canReadField(current, lookup.name)) return false;
    current = lookup.referenceTo ?? '';
  }
  return access.canReadField(last.name, field.name);
}

/** The row at the end of the lookups; null when one of them is empty. */
export function parentRow(context: QueryContext, row: SObject, lookups: FieldPath['lookups']): SObject | null {
  let current: SObject | null = row;
  for (const lookup of lookups) {
    const id: unknown = current?.[lookup.name];
    current = typeof id === 'string' ? context.read(lookup.referenceTo ?? '', id) : null;
  }
  return current;
}

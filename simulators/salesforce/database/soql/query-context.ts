import type { ObjectDefinition, SObject } from '../../model.ts';
import type { UserAccess } from '../../org-model.ts';
import { findFieldPath, type FieldPath } from '../field-path.ts';
import { noSuchColumn, noSuchRelationship } from './soql-errors.ts';

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
  if (!found) throw noSuchColumn(context.object.name, path);
  const hidden = hiddenLookup(context, found);
  if (hidden) throw noSuchRelationship(hidden);
  const { object, field } = found;
  if (context.access && !context.access.canReadField(object.name, field.name)) throw noSuchColumn(object.name, path);
  return found;
}

/** Name of the first relationship on the way that the user may not see. */
function hiddenLookup({ access, object }: QueryContext, { lookups }: FieldPath): string | undefined {
  if (!access) return undefined;
  let current = object.name;
  for (const lookup of lookups) {
    if (!access.canReadField(current, lookup.name)) return lookup.relationshipName ?? lookup.name;
    current = lookup.referenceTo ?? '';
  }
  return undefined;
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

import type { FieldType as SelectedField } from '@jetstreamapp/soql-parser-js';
import type { FieldDefinition, FieldValue, SObject } from '../../model.ts';
import type { QueryRow } from '../../org-model.ts';
import type { FieldPath } from '../field-path.ts';
import { maskText } from './mask-text.ts';
import { readablePath, type QueryContext } from './query-context.ts';
import { malformedQuery } from './soql-errors.ts';

/** Turns a stored row into one of the result. */
export type Project = (row: SObject) => QueryRow;

/** What SELECT asks for. @throws ApiError for unknown fields and for kinds of columns this org does not know. */
export function projection(context: QueryContext, fields: SelectedField[]): Project {
  const paths = fields.map((field) => readablePath(context, pathOf(field)));
  return (row) => {
    const result = emptyRow(context.object.name, row);
    for (const path of paths) addColumn(context, { result, row }, path);
    return result;
  };
}

function pathOf(field: SelectedField): string {
  if (field.type === 'Field') return field.field;
  if (field.type === 'FieldRelationship') return [...field.relationships, field.field].join('.');
  const names = {
    FieldFunctionExpression: 'this function',
    FieldSubquery: 'a query of children',
    FieldTypeof: 'TYPEOF',
  };
  throw malformedQuery(`${names[field.type]} in SELECT is not known to this simulated org: ${JSON.stringify(field)}`);
}

function emptyRow(type: string, row: SObject): QueryRow {
  return { attributes: { type, url: `/services/data/v66.0/sobjects/${type}/${String(row['Id'])}` } };
}

function addColumn(context: QueryContext, at: { result: QueryRow; row: SObject }, { lookups, field }: FieldPath): void {
  let { result } = at;
  let row = at.row;
  for (const { name, relationshipName = name, referenceTo = '' } of lookups) {
    const id = row[name];
    const parent = typeof id === 'string' ? context.read(referenceTo, id) : null;
    if (!parent) {
      result[relationshipName] = null;
      return;
    }
    const known = result[relationshipName];
    const nested = isRow(known) ? known : emptyRow(referenceTo, parent);
    result[relationshipName] = nested;
    [result, row] = [nested, parent];
  }
  result[field.name] = shownValue(context, field, row[field.name] ?? null);
}

function isRow(value: QueryRow[string] | undefined): value is QueryRow {
  return typeof value === 'object' && value !== null && 'attributes' in value;
}

function shownValue({ mayReadEncrypted }: QueryContext, { mask }: FieldDefinition, value: FieldValue): FieldValue {
  return mask && !mayReadEncrypted && typeof value === 'string' ? maskText(value, mask) : value;
}

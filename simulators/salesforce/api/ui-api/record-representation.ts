import { createHash } from 'node:crypto';

import type { FieldValue } from '../../model.ts';
import type { QueryRow } from '../../org-model.ts';
import { displayValue, plainValue } from './display-value.ts';
import type { FieldSelection } from './field-selection.ts';

/** A record as the UI API writes it. */
export interface RecordRepresentation {
  apiName: string;
  childRelationships: Record<string, never>;
  eTag: string;
  fields: Record<string, { displayValue: string | null; value: FieldValue | RecordRepresentation }>;
  id: string;
  lastModifiedById: string | null;
  lastModifiedDate: string | null;
  recordTypeId: null;
  recordTypeInfo: null;
  systemModstamp: string | null;
  weakEtag: number;
}

/** One row with the fields selected, parents inside as records of their own. */
export function recordRepresentation(selection: FieldSelection, row: QueryRow): RecordRepresentation {
  const fields: RecordRepresentation['fields'] = {};
  for (const [name, field] of selection.fields) {
    const value = scalar(row, name);
    fields[name] = { displayValue: displayValue(field, value), value: plainValue(field, value) };
  }
  for (const [name, parent] of selection.parents) fields[name] = parentField(parent, row[name] as QueryRow | null);
  return { ...identity(selection, row), fields, eTag: eTagOf(fields) };
}

function identity(selection: FieldSelection, row: QueryRow): Omit<RecordRepresentation, 'fields' | 'eTag'> {
  const moment = (name: string): string | null => {
    const value = scalar(row, name);
    return value === null ? null : new Date(String(value)).toISOString();
  };
  const lastModifiedById = scalar(row, 'LastModifiedById') as string | null;
  const lastModifiedDate = moment('LastModifiedDate');
  return {
    apiName: selection.object.name,
    childRelationships: {},
    id: String(row['Id']),
    lastModifiedById,
    lastModifiedDate,
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp: moment('SystemModstamp'),
    weakEtag: lastModifiedDate === null ? 0 : Date.parse(lastModifiedDate),
  };
}

function parentField(parent: FieldSelection, row: QueryRow | null | undefined): RecordRepresentation['fields'][string] {
  if (!row) return { displayValue: null, value: null };
  const name = scalar(row, 'Name');
  return { displayValue: name === null ? null : String(name), value: recordRepresentation(parent, row) };
}

function scalar(row: QueryRow, name: string): FieldValue {
  return (row[name] ?? null) as FieldValue;
}

function eTagOf(fields: object): string {
  return createHash('md5').update(JSON.stringify(fields)).digest('hex');
}

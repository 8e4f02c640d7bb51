import { findField, findRelationship } from '../../database/field-path.ts';
import type { FieldDefinition, ObjectDefinition } from '../../model.ts';
import type { Caller } from '../rest/rest-request.ts';
import { JobFailure } from './ingest-job.ts';
import type { JobOrder } from './job-order.ts';

/** Where the cells of a column go: a field, or a lookup by an external id of its parent. */
export interface Column {
  field: FieldDefinition;
  parentKey?: FieldDefinition;
}

/** What each name of the header stands for. @throws JobFailure for one that is no field to the user, or for a missing one. */
export function readHeader(caller: Caller, order: JobOrder, header: string[]): Column[] {
  const definition = caller.org.objectDefinition(order.object);
  const columns = header.map((name) => {
    const column = readName(caller, definition, name);
    if (!column) throw notFound(name);
    return column;
  });
  const names = columns.map(({ field }) => field.name);
  const twice = header.find((_name, index) => names.indexOf(names[index] ?? '') < index);
  if (twice !== undefined) throw new JobFailure(`InvalidBatch : Duplicate column : ${twice}`);
  const key = keyColumn(order);
  if (key !== undefined && !names.some((name) => name.toLowerCase() === key.toLowerCase())) throw notFound(key);
  if (order.operation === 'delete' && names.length > 1)
    throw new JobFailure('InvalidBatch : delete batch must contain only ids');
  return columns;
}

function keyColumn({ operation, externalIdFieldName }: JobOrder): string | undefined {
  if (operation === 'insert') return undefined;
  return operation === 'upsert' ? externalIdFieldName : 'Id';
}

function readName(caller: Caller, definition: ObjectDefinition, name: string): Column | undefined {
  const [first = '', second, ...more] = name.split('.');
  if (more.length > 0) return undefined;
  if (second === undefined) {
    const field = readableField(caller, definition, first);
    return field && { field };
  }
  const field = findRelationship(definition, first);
  if (!field?.referenceTo || !readableField(caller, definition, field.name)) return undefined;
  const parentKey = readableField(caller, caller.org.objectDefinition(field.referenceTo), second);
  return parentKey?.externalId ? { field, parentKey } : undefined;
}

function readableField({ org, user }: Caller, definition: ObjectDefinition, name: string): FieldDefinition | undefined {
  const field = findField(definition, name);
  return field && org.accessOf(user).canReadField(definition.name, field.name) ? field : undefined;
}

function notFound(name: string): JobFailure {
  return new JobFailure(`InvalidBatch : Field name not found : ${name}`);
}

import type { TypedValue } from '../formula-model.ts';
import type { FieldDefinition, ObjectDefinition, SObject } from '../model.ts';
import { FlowFault } from './flow-fault.ts';
import type { FlowRows } from './services.ts';

/** A row as field paths see it; null is a record that is not there. */
export interface RowOfObject {
  object: string;
  row: Readonly<SObject> | null;
}

/** The value at a path such as `Name` or `Package__r.Slug__c`; null along a missing parent. @throws Error naming an unknown field. */
export function readField(rows: FlowRows, { object, row }: RowOfObject, path: string[]): TypedValue {
  const [first = '', ...rest] = path;
  const definition = rows.objectDefinition(object);
  if (rest.length > 0) return readField(rows, parentOf(rows, definition, { name: first, row }), rest);
  const field = findField(definition, first);
  return { type: field.type, value: row?.[field.name] ?? (field.type === 'Checkbox' ? false : null) };
}

/** The field of that name, whatever the case. @throws FlowFault naming object and field. */
export function findField(definition: ObjectDefinition, name: string): FieldDefinition {
  const exact = definition.fields.get(name);
  if (exact) return exact;
  const wanted = name.toLowerCase();
  const field = [...definition.fields.values()].find((one) => one.name.toLowerCase() === wanted);
  if (!field) throw new FlowFault(`Field ${definition.name}.${name} does not exist`);
  return field;
}

/** The lookup a parent such as `Package__r` goes through. @throws FlowFault naming object and relationship. */
export function findLookup(
  definition: ObjectDefinition,
  relationship: string,
): FieldDefinition & { referenceTo: string } {
  const field = [...definition.fields.values()].find((one) => parentName(one) === relationship);
  if (field?.referenceTo === undefined) throw new FlowFault(`${definition.name} has no parent ${relationship}`);
  return { ...field, referenceTo: field.referenceTo };
}

function parentName(field: FieldDefinition): string | undefined {
  if (field.referenceTo === undefined) return undefined;
  return (
    field.relationshipName ??
    (field.name.endsWith('__c') ? field.name.replace(/__c$/, '__r') : field.name.replace(/Id$/, ''))
  );
}

function parentOf(
  rows: FlowRows,
  definition: ObjectDefinition,
  { name, row }: { name: string; row: Readonly<SObject> | null },
): RowOfObject {
  const lookup = findLookup(definition, name);
  const id = row?.[lookup.name];
  return { object: lookup.referenceTo, row: typeof id === 'string' ? rows.read(lookup.referenceTo, id) : null };
}

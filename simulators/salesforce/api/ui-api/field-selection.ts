import type { FieldDefinition, ObjectDefinition } from '../../model.ts';
import type { Org, UserAccess } from '../../org-model.ts';

/** Fields of one object to be read, and those of its parents by relationship name. */
export interface FieldSelection {
  object: ObjectDefinition;
  fields: Map<string, FieldDefinition>;
  parents: Map<string, FieldSelection>;
}

/** An empty selection of the object. */
export function selectionOf(object: ObjectDefinition): FieldSelection {
  return { object, fields: new Map(), parents: new Map() };
}

/** Adds `Name` or `Owner.Name`, as far as the user may read it; false when there is nothing such for this user. */
export function selectField(
  reader: { org: Org; access: UserAccess },
  selection: FieldSelection,
  path: string[],
): boolean {
  const [name = '', ...rest] = path;
  if (rest.length === 0) return selectOwn(reader, selection, name);
  const lookup = lookupNamed(selection.object, name);
  if (!lookup?.referenceTo || !reader.access.canReadField(selection.object.name, lookup.name)) return false;
  const parent = selection.parents.get(name) ?? selectionOf(reader.org.objectDefinition(lookup.referenceTo));
  if (!selectField(reader, parent, rest)) return false;
  selection.parents.set(name, parent);
  return true;
}

/** Every field of the object the user may read. */
export function selectAll(access: UserAccess, object: ObjectDefinition): FieldSelection {
  const readable = [...object.fields.values()].filter((field) => access.canReadField(object.name, field.name));
  return { object, fields: new Map(readable.map((field) => [field.name, field])), parents: new Map() };
}

/** The columns of a SOQL SELECT; `Id` is always among them. */
export function soqlColumns(selection: FieldSelection): string[] {
  const own = new Set(['Id', ...selection.fields.keys()]);
  const parents = [...selection.parents].flatMap(([name, parent]) =>
    soqlColumns(parent).map((column) => `${name}.${column}`),
  );
  return [...own, ...parents];
}

/** The lookup whose parent goes by that name: `Owner`, `Lead__r`. */
export function lookupNamed(object: ObjectDefinition, relationshipName: string): FieldDefinition | undefined {
  return [...object.fields.values()].find((field) => field.relationshipName === relationshipName);
}

function selectOwn({ access }: { access: UserAccess }, selection: FieldSelection, name: string): boolean {
  const field = selection.object.fields.get(name);
  if (!field || !access.canRead(selection.object.name) || !access.canReadField(selection.object.name, name))
    return false;
  selection.fields.set(name, field);
  return true;
}

import type { FieldDefinition, ObjectDefinition } from '../model.ts';

/** Where a path such as `Lead__r.Owner.Name` leads: the lookups on the way, then the field. */
export interface FieldPath {
  lookups: FieldDefinition[];
  field: FieldDefinition;
  /** The object the last field belongs to. */
  object: ObjectDefinition;
}

/** Follows a path from an object, without regard to case. Undefined when a part of it does not exist. */
export function findFieldPath(
  objects: Map<string, ObjectDefinition>,
  start: ObjectDefinition,
  path: string,
): FieldPath | undefined {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const lookups: FieldDefinition[] = [];
  let object = start;
  for (const part of parts) {
    const lookup = findRelationship(object, part);
    const parent = objects.get(lookup?.referenceTo ?? '');
    if (!lookup || !parent) return undefined;
    lookups.push(lookup);
    object = parent;
  }
  const field = findField(object, last);
  return field && { lookups, field, object };
}

/** A field by its name in any case. */
export function findField(object: ObjectDefinition, name: string): FieldDefinition | undefined {
  const exact = object.fields.get(name);
  if (exact) return exact;
  const wanted = name.toLowerCase();
  return [...object.fields.values()].find((field) => field.name.toLowerCase() === wanted);
}

/** A lookup by the name of its parent (`Lead__r`), in any case. */
export function findRelationship(object: ObjectDefinition, name: string): FieldDefinition | undefined {
  const wanted = name.toLowerCase();
  return [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === wanted);
}

/** The object an id belongs to, by its first three characters. */
export function objectOfId(objects: Map<string, ObjectDefinition>, id: string): ObjectDefinition | undefined {
  const prefix = id.slice(0, 3);
  return [...objects.values()].find((object) => object.keyPrefix === prefix);
}

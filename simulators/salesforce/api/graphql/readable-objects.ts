import type { FieldDefinition, RunningUser } from '../../model.ts';
import type { Org } from '../../org-model.ts';

/** An object with the fields one user may read. */
export interface ReadableObject {
  name: string;
  fields: FieldDefinition[];
}

/** What the user may read, by object name; a field without access is as unknown as one that does not exist. */
export function readableObjects({ org, user }: { org: Org; user: RunningUser }): Map<string, ReadableObject> {
  const access = org.accessOf(user);
  const objects = org
    .objectDefinitions()
    .filter(({ name }) => access.canRead(name))
    .map(({ name, fields }) => ({
      name,
      fields: [...fields.values()].filter((field) => access.canReadField(name, field.name)),
    }));
  return new Map(objects.map((object) => [object.name, object]));
}

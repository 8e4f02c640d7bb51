import type { FieldDefinition, ObjectDefinition } from '../../model.ts';
import { auditFields, ownerField } from '../system-fields.ts';

/** What tells one standard object from another. */
export interface StandardObject {
  name: string;
  label?: string;
  pluralLabel?: string;
  keyPrefix: string;
  owned?: boolean;
  fields: FieldDefinition[];
}

/** A standard object with the fields every row has. */
export function standardObject({ name, keyPrefix, owned, fields, ...labels }: StandardObject): ObjectDefinition {
  const label = labels.label ?? name;
  const all = [...auditFields(), ...(owned ? [ownerField()] : []), ...fields];
  return {
    name,
    label,
    pluralLabel: labels.pluralLabel ?? `${label}s`,
    custom: false,
    keyPrefix,
    sharingModel: 'ReadWrite',
    fields: new Map(all.map((field) => [field.name, field])),
    validationRules: [],
  };
}

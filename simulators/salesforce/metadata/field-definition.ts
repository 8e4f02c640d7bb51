import type { FieldDefinition } from '../model.ts';

/** A field definition from its facts; whatever is left out is off. */
export function fieldDefinition(
  facts: Pick<FieldDefinition, 'name' | 'type'> & Partial<FieldDefinition>,
): FieldDefinition {
  return {
    label: labelFromName(facts.name),
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    system: false,
    ...facts,
  };
}

function labelFromName(name: string): string {
  return name.replace(/Id$/, '').replace(/([a-z])([A-Z])/g, '$1 $2') || 'Record ID';
}

/** Picklist facts from plain values; the first is the default when asked for. */
export function picklistOf(
  values: string[],
  { restricted = false, firstIsDefault = false } = {},
): NonNullable<FieldDefinition['picklist']> {
  return {
    restricted,
    values: values.map((value, index) => ({
      fullName: value,
      label: value,
      isDefault: firstIsDefault && index === 0,
    })),
  };
}

import type { FieldDefinition } from '../../model.ts';
import { fieldDefinition } from '../field-definition.ts';

/** A text of 80 characters, unless told otherwise. */
export function text(name: string, facts: Partial<FieldDefinition> = {}): FieldDefinition {
  return fieldDefinition({ name, type: 'Text', length: 80, ...facts });
}

/** A lookup `XId` that is followed as `X`. */
export function lookup(name: string, referenceTo: string, facts: Partial<FieldDefinition> = {}): FieldDefinition {
  const relationshipName = name.replace(/Id$/, '');
  return fieldDefinition({ name, type: 'Lookup', referenceTo, relationshipName, ...facts });
}

/** A checkbox. */
export function checkbox(name: string, facts: Partial<FieldDefinition> = {}): FieldDefinition {
  return fieldDefinition({ name, type: 'Checkbox', ...facts });
}

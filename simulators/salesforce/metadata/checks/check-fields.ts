import type { FieldDefinition } from '../../model.ts';
import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';

/** Fields have what their type needs, and lookups point at objects that exist. */
export function checkFields(schema: Schema, components: Component[]): Problem[] {
  return components
    .filter(({ type }) => type === 'CustomField')
    .flatMap((component) => {
      const [object = '', name = ''] = component.fullName.split('.');
      const field = schema.objects.get(object)?.fields.get(name);
      const messages = field ? fieldMessages(schema, field) : [];
      return messages.map((message) => problemOf(component, message));
    });
}

function fieldMessages(schema: Schema, field: FieldDefinition): string[] {
  const messages = [
    ...(needsLength(field) && !field.length ? [`${field.type} needs a length`] : []),
    ...(field.type === 'TextArea' && field.length !== 255 ? ['a TextArea has no length'] : []),
    ...(isNumber(field) && field.precision === undefined ? [`${field.type} needs precision and scale`] : []),
    ...(field.type === 'AutoNumber' && !field.displayFormat ? ['AutoNumber needs a displayFormat'] : []),
    ...(field.type === 'Checkbox' && field.defaultValue === undefined && !field.formula
      ? ['Checkbox needs a defaultValue']
      : []),
    ...lookupMessages(schema, field),
    ...keyMessages(field),
  ];
  return messages;
}

function needsLength({ type, formula }: FieldDefinition): boolean {
  return formula === undefined && ['Text', 'LongTextArea', 'EncryptedText'].includes(type);
}

function isNumber({ type }: FieldDefinition): boolean {
  return type === 'Number' || type === 'Currency';
}

function lookupMessages(schema: Schema, field: FieldDefinition): string[] {
  if (field.referenceTo === undefined) return [];
  if (!schema.objects.has(field.referenceTo))
    return [`referenceTo ${field.referenceTo || '(none)'} is no object of this org`];
  return field.childRelationshipName ? [] : ['a lookup needs a relationshipName'];
}

function keyMessages({ type, externalId, unique }: FieldDefinition): string[] {
  const mayBeKey = ['Text', 'Number', 'Email', 'AutoNumber'].includes(type);
  if (mayBeKey || (!externalId && !unique)) return [];
  return [`a ${type} field can be neither an external id nor unique`];
}

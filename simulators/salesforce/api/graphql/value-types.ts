import { GraphQLBoolean, GraphQLID, GraphQLObjectType, GraphQLScalarType, GraphQLString } from 'graphql';

import type { FieldDefinition, FieldType, FieldValue } from '../../model.ts';
import { displayValue, plainValue } from '../ui-api/display-value.ts';

/** How GraphQL sees a field type: the scalar its values are of, and whether conditions may be put on it. */
export interface ValueKind {
  name: string;
  scalar: GraphQLScalarType;
  filterable: boolean;
}

/** A value as resolvers hand it on. */
export interface Value {
  value: FieldValue;
  displayValue: string | null;
}

function own(name: string, filterable = true): ValueKind {
  return { name, scalar: new GraphQLScalarType({ name }), filterable };
}

const ID: ValueKind = { name: 'ID', scalar: GraphQLID, filterable: true };
const STRING: ValueKind = { name: 'String', scalar: GraphQLString, filterable: true };

/** By field type; the names are those of Salesforce's own schema. */
export const VALUE_KINDS: Record<FieldType, ValueKind> = {
  Id: ID,
  Lookup: ID,
  MasterDetail: ID,
  Text: STRING,
  AutoNumber: STRING,
  Checkbox: { name: 'Boolean', scalar: GraphQLBoolean, filterable: true },
  TextArea: own('TextArea'),
  LongTextArea: own('LongTextArea', false),
  EncryptedText: own('EncryptedString', false),
  Email: own('EmailAddress'),
  Phone: own('PhoneNumber'),
  Url: own('Url'),
  Number: own('Double'),
  Currency: own('Currency'),
  Date: own('Date'),
  DateTime: own('DateTime'),
  Picklist: own('Picklist'),
};

/** `StringValue`, `PicklistValue`, …: value and displayValue, and a picklist value's label. */
export const VALUE_TYPES = new Map<string, GraphQLObjectType>(
  Object.values(VALUE_KINDS).map((kind) => [kind.name, valueType(kind)]),
);

/** The value of a field as its value type resolves it. */
export function valueOf(field: FieldDefinition, value: FieldValue): Value {
  return { value: plainValue(field, value), displayValue: displayValue(field, value) };
}

function valueType({ name, scalar }: ValueKind): GraphQLObjectType {
  const label = { type: GraphQLString, resolve: (value: Value) => value.displayValue };
  return new GraphQLObjectType({
    name: `${name}Value`,
    fields: {
      value: { type: scalar },
      displayValue: { type: GraphQLString },
      ...(name === 'Picklist' ? { label } : {}),
    },
  });
}

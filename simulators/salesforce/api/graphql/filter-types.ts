import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  type GraphQLInputFieldConfigMap,
  type GraphQLInputType,
} from 'graphql';

import type { FieldDefinition } from '../../model.ts';
import type { ReadableObject } from './readable-objects.ts';
import { VALUE_KINDS, type ValueKind } from './value-types.ts';

const COMPARED = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'];
const LISTED = ['in', 'nin'];
const TEXTUAL = new Set(['String', 'TextArea', 'EmailAddress', 'PhoneNumber', 'Url', 'Picklist']);
const UNORDERED = new Set(['Boolean', 'ID']);

/** `StringOperators`, `PicklistOperators`, …: the conditions there are on a kind of value. */
const OPERATORS = new Map<string, GraphQLInputObjectType>(
  Object.values(VALUE_KINDS).map((kind) => [kind.name, operatorsOf(kind)]),
);

const orderByClause = new GraphQLInputObjectType({
  name: 'OrderByClause',
  fields: {
    order: { type: new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } }) },
    nulls: { type: new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } }) },
  },
});

/** `Lead_Filter`: conditions on its fields and its parents' fields, joined by and, or, not. */
export function filterType(
  object: ReadableObject,
  parentFilter: (lookup: FieldDefinition) => GraphQLInputObjectType | undefined,
): GraphQLInputObjectType {
  const filter: GraphQLInputObjectType = new GraphQLInputObjectType({
    name: `${object.name}_Filter`,
    fields: () => {
      const several = new GraphQLList(new GraphQLNonNull(filter));
      const fields: GraphQLInputFieldConfigMap = {
        and: { type: several },
        or: { type: several },
        not: { type: filter },
      };
      for (const field of object.fields) {
        const kind = VALUE_KINDS[field.type];
        const operators = OPERATORS.get(kind.name);
        if (kind.filterable && operators) fields[field.name] = { type: operators };
        const parent = parentFilter(field);
        if (parent && field.relationshipName) fields[field.relationshipName] = { type: parent };
      }
      return fields;
    },
  });
  return filter;
}

/** `Lead_OrderBy`: an order for any of its fields. */
export function orderByType(object: ReadableObject): GraphQLInputObjectType {
  const sortable = object.fields.filter((field) => VALUE_KINDS[field.type].filterable);
  return new GraphQLInputObjectType({
    name: `${object.name}_OrderBy`,
    fields: Object.fromEntries(sortable.map((field) => [field.name, { type: orderByClause }])),
  });
}

function operatorsOf(kind: ValueKind): GraphQLInputObjectType {
  const operand = operandOf(kind);
  const compared = UNORDERED.has(kind.name) ? ['eq', 'ne'] : COMPARED;
  const names = TEXTUAL.has(kind.name) ? [...compared, 'like'] : compared;
  const single = names.map((name) => [name, { type: operand }]);
  const listed = LISTED.map((name) => [name, { type: new GraphQLList(operand) }]);
  const hasLists = kind.name !== 'Boolean';
  return new GraphQLInputObjectType({
    name: `${kind.name === 'ID' ? 'Id' : kind.name}Operators`,
    fields: Object.fromEntries(hasLists ? [...single, ...listed] : single) as GraphQLInputFieldConfigMap,
  });
}

/** Days and moments are compared with `{ value: … }` or `{ literal: TODAY }`. */
function operandOf({ name, scalar }: ValueKind): GraphQLInputType {
  if (name !== 'Date' && name !== 'DateTime') return scalar;
  return new GraphQLInputObjectType({
    name: `${name}Input`,
    fields: { value: { type: scalar }, literal: { type: GraphQLString } },
  });
}

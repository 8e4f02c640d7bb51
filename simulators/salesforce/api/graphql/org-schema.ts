import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfigMap,
  type GraphQLInputObjectType,
} from 'graphql';

import type { FieldDefinition, FieldValue, RunningUser } from '../../model.ts';
import type { Org, QueryRow } from '../../org-model.ts';
import { filterType, orderByType } from './filter-types.ts';
import { readableObjects, type ReadableObject } from './readable-objects.ts';
import { resolveConnection } from './resolve-connection.ts';
import { VALUE_KINDS, VALUE_TYPES, valueOf } from './value-types.ts';

type Fields = GraphQLFieldConfigMap<QueryRow, unknown>;

const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});

/** The GraphQL schema of the org as one user sees it: `uiapi { query { <Object>(…) { edges { node { … } } } } }`. */
export function orgSchema(reader: { org: Org; user: RunningUser }): GraphQLSchema {
  const objects = readableObjects(reader);
  const types = recordTypes(objects);
  const filters = recordFilters(objects);
  const connections = [...objects.values()].map((object) => [
    object.name,
    {
      type: connectionType(object.name, types),
      args: {
        where: { type: filters.get(object.name) },
        orderBy: { type: orderByType(object) },
        first: { type: GraphQLInt },
        after: { type: GraphQLString },
      },
      resolve: resolveConnection(reader, object.name),
    },
  ]);
  const recordQuery = new GraphQLObjectType({ name: 'RecordQuery', fields: Object.fromEntries(connections) as Fields });
  const uiApi = new GraphQLObjectType({ name: 'UIAPI', fields: { query: { type: recordQuery, resolve: () => ({}) } } });
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { uiapi: { type: uiApi, resolve: () => ({}) } } }),
  });
}

function recordTypes(objects: Map<string, ReadableObject>): Map<string, GraphQLObjectType> {
  const types = new Map<string, GraphQLObjectType>();
  for (const object of objects.values()) {
    types.set(object.name, new GraphQLObjectType({ name: object.name, fields: () => recordFields(object, types) }));
  }
  return types;
}

function recordFields(object: ReadableObject, types: Map<string, GraphQLObjectType>): Fields {
  const fields: Fields = {
    Id: { type: new GraphQLNonNull(GraphQLID) },
    ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
  };
  for (const field of object.fields) {
    const type = VALUE_TYPES.get(VALUE_KINDS[field.type].name);
    if (field.name === 'Id' || !type) continue;
    fields[field.name] = { type, resolve: (row) => valueOf(field, (row[field.name] ?? null) as FieldValue) };
    const parent = types.get(field.referenceTo ?? '');
    if (parent && field.relationshipName) fields[field.relationshipName] = { type: parent };
  }
  return fields;
}

function recordFilters(objects: Map<string, ReadableObject>): Map<string, GraphQLInputObjectType> {
  const filters = new Map<string, GraphQLInputObjectType>();
  const parentFilter = (lookup: FieldDefinition) => filters.get(lookup.referenceTo ?? '');
  for (const object of objects.values()) filters.set(object.name, filterType(object, parentFilter));
  return filters;
}

function connectionType(name: string, types: Map<string, GraphQLObjectType>): GraphQLObjectType {
  const edge = new GraphQLObjectType({
    name: `${name}Edge`,
    fields: () => ({
      node: { type: types.get(name) ?? pageInfo },
      cursor: { type: new GraphQLNonNull(GraphQLString) },
    }),
  });
  return new GraphQLObjectType({
    name: `${name}Connection`,
    fields: {
      edges: { type: new GraphQLList(edge) },
      pageInfo: { type: new GraphQLNonNull(pageInfo) },
      totalCount: { type: new GraphQLNonNull(GraphQLInt) },
      pageResultCount: { type: new GraphQLNonNull(GraphQLInt) },
    },
  });
}

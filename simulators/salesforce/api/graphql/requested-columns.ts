import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

import type { ObjectDefinition } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import { lookupNamed } from '../ui-api/field-selection.ts';

type Fragments = GraphQLResolveInfo['fragments'];

/** The SOQL columns that the nodes of a connection were asked for, parents by path; `Id` is always among them. */
export function requestedColumns(org: Org, object: ObjectDefinition, info: GraphQLResolveInfo): string[] {
  const edges = fieldsNamed('edges', fieldsUnder(info.fieldNodes, info.fragments));
  const nodes = fieldsNamed('node', fieldsUnder(edges, info.fragments));
  return [...new Set(['Id', ...columnsOf(org, object, fieldsUnder(nodes, info.fragments), info.fragments)])];
}

function columnsOf(org: Org, object: ObjectDefinition, fields: FieldNode[], fragments: Fragments): string[] {
  return fields.flatMap((field) => {
    const name = field.name.value;
    if (object.fields.has(name)) return [name];
    const lookup = lookupNamed(object, name);
    if (!lookup?.referenceTo) return [];
    const parent = org.objectDefinition(lookup.referenceTo);
    const columns = columnsOf(org, parent, fieldsUnder([field], fragments), fragments);
    return ['Id', ...columns].map((column) => `${name}.${column}`);
  });
}

function fieldsUnder(fields: readonly FieldNode[], fragments: Fragments): FieldNode[] {
  return fields.flatMap((field) => (field.selectionSet ? fieldsIn(field.selectionSet, fragments) : []));
}

function fieldsIn(selectionSet: SelectionSetNode, fragments: Fragments): FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn(selection.selectionSet, fragments);
    const fragment = fragments[selection.name.value];
    return fragment ? fieldsIn(fragment.selectionSet, fragments) : [];
  });
}

function fieldsNamed(name: string, fields: FieldNode[]): FieldNode[] {
  return fields.filter((field) => field.name.value === name);
}

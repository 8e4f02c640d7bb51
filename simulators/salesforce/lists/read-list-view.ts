import type { Component } from '../metadata/component.ts';
import { fieldOfColumn } from '../metadata/checks/standard-columns.ts';
import type { Schema } from '../metadata/schema.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import type { FieldDefinition } from '../model.ts';
import { oneOf, refuseUnknown } from '../tables/refuse-unknown.ts';
import { rowFilter, type RowFilter } from '../tables/row-filter.ts';
import type { ListView } from './list-view.ts';

const KNOWN = ['columns', 'filterScope', 'filters', 'fullName', 'label', 'sharedTo'];

/** @throws Error naming what this org does not know in a list view, or does not find in its object. */
export function readListView(schema: Schema, { fullName, element }: Component): ListView {
  const [object = '', name = ''] = fullName.split('.');
  const definition = schema.objects.get(object);
  if (!definition) throw new Error(`its object ${object} does not exist`);
  refuseUnknown(element, KNOWN);
  const fieldOf = (column: string): FieldDefinition => {
    const field = fieldOfColumn(definition, column);
    if (!field) throw new Error(`no column named ${column} found`);
    return field;
  };
  const sharedTo = childOf(element, 'sharedTo');
  return {
    name,
    label: textOf(element, 'label') ?? name,
    object,
    columns: childrenOf(element, 'columns').map(({ text }) => fieldOf(text)),
    filters: childrenOf(element, 'filters').map((filter) => filterOf(filter, fieldOf)),
    isOwnRowsOnly: oneOf(element, 'filterScope', ['Everything', 'Mine']) === 'Mine',
    sharedWith: sharedTo && groupsOf(schema, sharedTo),
  };
}

function filterOf(filter: XmlElement, fieldOf: (column: string) => FieldDefinition): RowFilter {
  refuseUnknown(filter, ['field', 'operation', 'value']);
  return rowFilter(fieldOf(textOf(filter, 'field') ?? ''), textOf(filter, 'operation'), textOf(filter, 'value'));
}

/** `allInternalUsers` opens a view to everybody, as leaving out `sharedTo` does. */
function groupsOf(schema: Schema, sharedTo: XmlElement): string[] | undefined {
  refuseUnknown(sharedTo, ['allInternalUsers', 'group']);
  if (childOf(sharedTo, 'allInternalUsers')) return undefined;
  const groups = childrenOf(sharedTo, 'group').map(({ text }) => text);
  const missing = groups.find((group) => !schema.components.has(`Group ${group}`));
  if (missing) throw new Error(`In field: sharedTo - no Group named ${missing} found`);
  return groups;
}

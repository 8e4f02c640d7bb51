import { readListView } from '../../lists/read-list-view.ts';
import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';
import { childrenOf, textOf } from '../xml.ts';
import { fieldOfColumn } from './standard-columns.ts';

/** List views of custom objects show and filter by fields that exist, in ways this org can follow. */
export function checkListViews(schema: Schema, components: Component[]): Problem[] {
  return components
    .filter(({ type, fullName }) => type === 'ListView' && fullName.split('.')[0]?.endsWith('__c'))
    .flatMap((component) => {
      const unresolved = columnProblems(schema, component);
      return unresolved.length > 0 ? unresolved : readingProblems(schema, component);
    });
}

function columnProblems(schema: Schema, component: Component): Problem[] {
  const object = schema.objects.get(component.fullName.split('.')[0] ?? '');
  if (!object) return [problemOf(component, 'its object does not exist; deploy it with this list view')];
  const columns = childrenOf(component.element, 'columns').map((element) => ({ element, name: element.text }));
  const filters = childrenOf(component.element, 'filters').map((element) => ({
    element,
    name: textOf(element, 'field') ?? '',
  }));
  return [...columns, ...filters]
    .filter(({ name }) => !fieldOfColumn(object, name))
    .map(({ element, name }) => problemOf(component, `Could not resolve list view column: ${name}`, element));
}

function readingProblems(schema: Schema, component: Component): Problem[] {
  try {
    readListView(schema, component);
    return [];
  } catch (error) {
    return [problemOf(component, error instanceof Error ? error.message : String(error))];
  }
}

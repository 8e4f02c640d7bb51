import { findField } from '../../database/field-path.ts';
import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';
import { childrenOf, textOf } from '../xml.ts';

/** Names list views of custom objects have for standard fields. */
const STANDARD_COLUMNS: Record<string, string> = {
  NAME: 'Name',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  'OWNER.ALIAS': 'OwnerId',
  'CREATEDBY_USER.ALIAS': 'CreatedById',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedById',
};

/** List views of custom objects show and filter by fields that exist. */
export function checkListViews(schema: Schema, components: Component[]): Problem[] {
  return components
    .filter(({ type, fullName }) => type === 'ListView' && fullName.split('.')[0]?.endsWith('__c'))
    .flatMap((component) => {
      const object = schema.objects.get(component.fullName.split('.')[0] ?? '');
      if (!object) return [problemOf(component, 'its object does not exist; deploy it with this list view')];
      const columns = childrenOf(component.element, 'columns').map((element) => ({ element, name: element.text }));
      const filters = childrenOf(component.element, 'filters').map((element) => ({
        element,
        name: textOf(element, 'field') ?? '',
      }));
      return [...columns, ...filters]
        .filter(({ name }) => !findField(object, STANDARD_COLUMNS[name] ?? name))
        .map(({ element, name }) => problemOf(component, `no column named ${name} on ${object.name}`, element));
    });
}

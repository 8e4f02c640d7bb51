import { findField } from '../../database/field-path.ts';
import type { ObjectDefinition } from '../../model.ts';
import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';
import { childrenOf, textOf, type XmlElement } from '../xml.ts';
import { fieldOfColumn } from './standard-columns.ts';

/** Page layouts belong to an object, show fields and related lists that exist, and every field that is required. */
export function checkLayouts(schema: Schema, components: Component[]): Problem[] {
  return components
    .filter(({ type }) => type === 'Layout')
    .flatMap((layout) => {
      const objectName = layout.fullName.split('-')[0] ?? '';
      const object = schema.objects.get(objectName);
      if (!object) return [problemOf(layout, `Parent entity failed to deploy: ${objectName}`)];
      return [...itemProblems(object, layout), ...relatedListProblems(schema, layout)];
    });
}

function itemProblems(object: ObjectDefinition, layout: Component): Problem[] {
  const items = childrenOf(layout.element, 'layoutSections')
    .flatMap((section) => childrenOf(section, 'layoutColumns'))
    .flatMap((column) => childrenOf(column, 'layoutItems'))
    .flatMap((item) => childrenOf(item, 'field'));
  const shown = new Set(items.map(({ text }) => text));
  const required = [...object.fields.values()].filter((field) => field.name.endsWith('__c') && field.required);
  return [
    ...items.filter(({ text }) => !isFieldOf(object, text)).map((item) => noField(layout, object.name, item)),
    ...required
      .filter(({ name }) => !shown.has(name))
      .map(({ name }) => problemOf(layout, `Layout must contain an item for required layout field: ${name}`)),
  ];
}

/** The org knows few fields of standard objects; those it does not know may well exist. */
function isFieldOf(object: ObjectDefinition, name: string): boolean {
  return findField(object, name) !== undefined || (!object.custom && !name.endsWith('__c'));
}

/** Lists of custom objects are named by the lookup they follow: `Background_Check__c.Lead__c`. */
function relatedListProblems(schema: Schema, layout: Component): Problem[] {
  return childrenOf(layout.element, 'relatedLists').flatMap((list) => {
    const name = textOf(list, 'relatedList') ?? '';
    const [childName = '', lookup = ''] = name.split('.');
    if (!childName.endsWith('__c')) return [];
    const child = schema.objects.get(childName);
    if (!child?.fields.get(lookup)?.referenceTo) return [problemOf(layout, `Cannot find related list:${name}`, list)];
    return childrenOf(list, 'fields')
      .filter(({ text }) => !fieldOfColumn(child, text))
      .map((field) => noField(layout, childName, field));
  });
}

function noField(layout: Component, object: string, element: XmlElement): Problem {
  return problemOf(layout, `In field: field - no CustomField named ${object}.${element.text} found`, element);
}

import { findField } from '../../database/field-path.ts';
import { problemOf, type Component, type Problem } from '../component.ts';
import { componentsOf, type Schema } from '../schema.ts';
import { childrenOf, textOf } from '../xml.ts';

/** Compact layouts show fields that exist, and objects are assigned one of their own. */
export function checkCompactLayouts(schema: Schema, components: Component[]): Problem[] {
  const names = new Set(componentsOf(schema, 'CompactLayout').map(({ fullName }) => fullName));
  return components.flatMap((component) => {
    if (component.type === 'CompactLayout') return fieldProblems(schema, component);
    const assigned =
      component.type === 'CustomObject' ? textOf(component.element, 'compactLayoutAssignment') : undefined;
    if (!assigned || assigned === 'SYSTEM' || names.has(`${component.fullName}.${assigned}`)) return [];
    return [problemOf(component, `In field: compactLayoutAssignment - no CompactLayout named ${assigned} found`)];
  });
}

function fieldProblems(schema: Schema, layout: Component): Problem[] {
  const objectName = layout.fullName.split('.')[0] ?? '';
  const object = schema.objects.get(objectName);
  if (!object) return [problemOf(layout, `Entity ${objectName} is not available; deploy it with this compact layout`)];
  return childrenOf(layout.element, 'fields')
    .filter(({ text }) => !findField(object, text))
    .map((field) =>
      problemOf(layout, `In field: fields - no CustomField named ${objectName}.${field.text} found`, field),
    );
}

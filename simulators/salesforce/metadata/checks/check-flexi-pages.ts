import { findFieldPath } from '../../database/field-path.ts';
import { componentName, problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';
import { childrenOf, textOf, type XmlElement } from '../xml.ts';

/** Record pages show components that are deployed, on an object and with fields that exist; objects open with pages that do. */
export function checkFlexiPages(schema: Schema, components: Component[]): Problem[] {
  return components.flatMap((component) => {
    if (component.type === 'FlexiPage') return pageProblems(schema, component);
    return component.type === 'CustomObject' ? overrideProblems(schema, component) : [];
  });
}

function overrideProblems(schema: Schema, object: Component): Problem[] {
  return childrenOf(object.element, 'actionOverrides')
    .filter((override) => textOf(override, 'type') === 'Flexipage')
    .filter(
      (override) =>
        !schema.components.has(componentName({ type: 'FlexiPage', fullName: textOf(override, 'content') ?? '' })),
    )
    .map((override) =>
      problemOf(object, `In field: content - no FlexiPage named ${textOf(override, 'content')} found`, override),
    );
}

function pageProblems(schema: Schema, page: Component): Problem[] {
  const objectName = textOf(page.element, 'sobjectType');
  const object = schema.objects.get(objectName ?? '');
  if (objectName && !object) return [problemOf(page, `sobjectType ${objectName} is no object of this org`)];
  const components = descendants(page.element, 'componentName')
    .filter(
      ({ text }) =>
        !text.includes(':') &&
        !schema.components.has(componentName({ type: 'LightningComponentBundle', fullName: text })),
    )
    .map((element) =>
      problemOf(
        page,
        `We couldn't retrieve the design time component information for component ${element.text}.`,
        element,
      ),
    );
  const fields = descendants(page.element, 'fieldItem')
    .filter(({ text }) => object && !findFieldPath(schema.objects, object, text.replace(/^Record\./, '')))
    .map((element) =>
      problemOf(page, `We couldn't retrieve or load the information on the field: ${element.text}.`, element),
    );
  return [...components, ...fields];
}

function descendants(element: XmlElement, name: string): XmlElement[] {
  return [...childrenOf(element, name), ...element.children.flatMap((child) => descendants(child, name))];
}

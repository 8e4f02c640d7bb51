import { problemOf, type Component, type Problem } from '../../component.ts';
import type { XmlElement } from '../../xml.ts';
import { faultMessage } from './fault-message.ts';
import type { MetadataSchema } from './metadata-schema.ts';
import { toXml } from './to-xml.ts';

/** Files hold the elements their type has, in its order, with values of the right kind. */
export function checkSchema(schema: MetadataSchema, components: Component[]): Problem[] {
  return components.flatMap((component) => {
    const type = schema.rootType(component.type);
    if (type === undefined) return [];
    const element = component.type === 'CustomObject' ? inOrder(schema, component.element, type) : component.element;
    const scattered = scatteredElements(schema, element, type);
    if (scattered.length > 0)
      return scattered.map((found) => problemOf(component, `Error parsing file: ${found.message}`, found.element));
    return schema.validate(toXml(element)).map((fault) => {
      const at = locate(schema, element, { type, path: fault.path });
      const message = faultMessage(fault.message, at.type ? [...schema.childTypes(at.type).keys()] : [], at.type);
      return problemOf(component, message, at.element);
    });
  });
}

/** Clients compose the files of objects from parts in any order, and orgs take them so. */
function inOrder(schema: MetadataSchema, element: XmlElement, type: string): XmlElement {
  const order = [...schema.childTypes(type).keys()];
  const children = element.children.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return { ...element, children };
}

function scatteredElements(
  schema: MetadataSchema,
  element: XmlElement,
  type: string,
): { element: XmlElement; message: string }[] {
  const own = element.children.filter(({ name }, index, all) => {
    const first = all.findIndex((sibling) => sibling.name === name);
    return all.slice(first, index).some((sibling) => sibling.name !== name);
  });
  const message = (name: string) => `Element ${name} is duplicated at this location in type ${type}`;
  const types = schema.childTypes(type);
  const inside = element.children.flatMap((child) =>
    child.children.length > 0 ? scatteredElements(schema, child, types.get(child.name) ?? child.name) : [],
  );
  return [...own.map((child) => ({ element: child, message: message(child.name) })), ...inside];
}

/** The element a path leads to, and the type it stands in; the root stands in none. */
function locate(
  schema: MetadataSchema,
  root: XmlElement,
  { type, path }: { type: string; path: number[] },
): { element: XmlElement; type?: string } {
  const [position, ...rest] = path;
  const child = position === undefined ? undefined : root.children[position];
  if (!child) return { element: root };
  if (rest.length === 0) return { element: child, type };
  return locate(schema, child, { type: schema.childTypes(type).get(child.name) ?? '', path: rest });
}

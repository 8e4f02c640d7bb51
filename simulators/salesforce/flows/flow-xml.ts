import { childOf, textOf, type XmlElement } from '../metadata/xml.ts';

/** Elements that say nothing about what a flow does. */
const SILENT = ['name', 'label', 'description', 'locationX', 'locationY', 'elementSubtype', 'processMetadataValues'];

/** One element of a flow file, with the file's path for errors. */
export interface FlowXml {
  element: XmlElement;
  path: string;
}

/** The error for something in a flow file: path, line, element and reason. */
export function flowError({ element, path }: FlowXml, reason: string): Error {
  const name = textOf(element, 'name');
  return new Error(`${path}:${element.line}: <${element.name}>${name ? ` ${name}` : ''}: ${reason}`);
}

/** @throws Error naming the first child element that is not in `known`: nothing in a flow is skipped. */
export function refuseUnknown(xml: FlowXml, known: readonly string[]): void {
  const unknown = xml.element.children.find((child) => !known.includes(child.name) && !SILENT.includes(child.name));
  if (unknown) throw flowError(xml, `<${unknown.name}> is not supported by the simulated org`);
}

/** @throws Error when elements of one name do not stand together, which a deploy refuses. */
export function checkContiguous(element: XmlElement, path: string): void {
  const closed = new Set<string>();
  let current = '';
  for (const child of element.children) {
    if (closed.has(child.name) && child.name !== current) {
      const reason = `Element ${child.name} is duplicated at this location in type ${element.name}; put all of them together`;
      throw new Error(`${path}:${child.line}: ${reason}`);
    }
    current = child.name;
    closed.add(child.name);
    checkContiguous(child, path);
  }
}

/** The child's text. @throws Error when there is none. */
export function required(xml: FlowXml, name: string): string {
  const text = textOf(xml.element, name);
  if (text === undefined || text === '') throw flowError(xml, `<${name}> is missing`);
  return text;
}

/** The child's text, one of `allowed`. @throws Error naming another value. */
export function oneOf<T extends string>(xml: FlowXml, name: string, allowed: readonly T[]): T {
  const text = required(xml, name);
  const match = allowed.find((value) => value === text);
  if (match === undefined) throw flowError(xml, `${name} ${text} is not supported by the simulated org`);
  return match;
}

/** Whether the child says `true`. */
export function isTrue({ element }: FlowXml, name: string): boolean {
  return textOf(element, name) === 'true';
}

/** Children of that name, each with the path. */
export function all({ element, path }: FlowXml, name: string): FlowXml[] {
  return element.children.filter((child) => child.name === name).map((child) => ({ element: child, path }));
}

/** The element a connector leads to. @throws Error when it has no target. */
export function target(xml: FlowXml, name: string): string | undefined {
  const connector = childOf(xml.element, name);
  if (!connector) return undefined;
  const child = { element: connector, path: xml.path };
  refuseUnknown(child, ['targetReference', 'isGoTo']);
  return required(child, 'targetReference');
}

/** The properties that are not undefined: optional properties are left out, not set to undefined. */
export function present<T extends object>(properties: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

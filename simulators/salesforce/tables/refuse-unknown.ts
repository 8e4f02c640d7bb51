import { textOf, type XmlElement } from '../metadata/xml.ts';

/** @throws Error naming the first child element that is not known. */
export function refuseUnknown(element: XmlElement, known: string[]): void {
  const odd = element.children.find(({ name }) => !known.includes(name));
  if (odd) throw new Error(`element ${odd.name} is not known to this org in ${element.name}`);
}

/** The text of a child, which has to be one of these. @throws Error naming it. */
export function oneOf<T extends string>(element: XmlElement, name: string, known: readonly T[]): T {
  const text = textOf(element, name) ?? '(none)';
  const found = known.find((each) => each === text);
  if (!found) throw new Error(`${name} ${text} is not known to this org`);
  return found;
}

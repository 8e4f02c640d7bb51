import type { Component } from '../../../metadata/component.ts';
import { OBJECT_CHILD_TYPES } from '../../../metadata/metadata-types.ts';
import { labelsOf } from '../../../metadata/read-source.ts';
import { textOf } from '../../../metadata/xml.ts';

/** The components in one file of a package: the file's own first, then those that lie inside it. */
export function partsOf(file: Component): Component[] {
  if (file.type !== 'CustomObject') return [file, ...labelsOf(file.type, file.path, file.element)];
  const typeOf = (name: string) => OBJECT_CHILD_TYPES.find(({ folder }) => folder === name)?.type;
  const own = file.element.children.filter(({ name }) => !typeOf(name));
  const parts = file.element.children.flatMap((child) => {
    const type = typeOf(child.name);
    const fullName = `${file.fullName}.${textOf(child, 'fullName') ?? ''}`;
    return type ? [{ type, fullName, path: file.path, element: { ...child, name: type } }] : [];
  });
  return [{ ...file, element: { ...file.element, children: own } }, ...parts];
}

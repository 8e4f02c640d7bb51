import type { FieldPermission, ObjectPermission, PermissionSetDefinition } from './schema.ts';
import { childrenOf, textOf, type XmlElement } from './xml.ts';

/** The permission set of one `PermissionSet` element. */
export function permissionSetFromXml(name: string, element: XmlElement): PermissionSetDefinition {
  return {
    name,
    label: textOf(element, 'label') ?? name,
    objects: new Map(
      childrenOf(element, 'objectPermissions').map((xml) => [textOf(xml, 'object') ?? '', objectPermission(xml)]),
    ),
    fields: new Map(
      childrenOf(element, 'fieldPermissions').map((xml) => [textOf(xml, 'field') ?? '', fieldPermission(xml)]),
    ),
    customPermissions: enabledNames(childrenOf(element, 'customPermissions')),
    userPermissions: enabledNames(childrenOf(element, 'userPermissions')),
    tabs: new Set(
      childrenOf(element, 'tabSettings')
        .filter((xml) => textOf(xml, 'visibility') === 'Visible')
        .map((xml) => textOf(xml, 'tab') ?? ''),
    ),
    apps: new Set(
      childrenOf(element, 'applicationVisibilities')
        .filter((xml) => isOn(xml, 'visible'))
        .map((xml) => textOf(xml, 'application') ?? ''),
    ),
  };
}

function objectPermission(xml: XmlElement): ObjectPermission {
  return {
    create: isOn(xml, 'allowCreate'),
    read: isOn(xml, 'allowRead'),
    edit: isOn(xml, 'allowEdit'),
    delete: isOn(xml, 'allowDelete'),
    viewAll: isOn(xml, 'viewAllRecords'),
    modifyAll: isOn(xml, 'modifyAllRecords'),
  };
}

function fieldPermission(xml: XmlElement): FieldPermission {
  return { readable: isOn(xml, 'readable'), editable: isOn(xml, 'editable') };
}

function isOn(xml: XmlElement, name: string): boolean {
  return textOf(xml, name) === 'true';
}

function enabledNames(elements: XmlElement[]): Set<string> {
  return new Set(elements.filter((xml) => isOn(xml, 'enabled')).map((xml) => textOf(xml, 'name') ?? ''));
}

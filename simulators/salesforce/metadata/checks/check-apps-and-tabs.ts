import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';
import { childrenOf, textOf, type XmlElement } from '../xml.ts';

/** Tabs stand for objects that exist; apps and permission sets name tabs and apps that do. */
export function checkAppsAndTabs(schema: Schema, components: Component[]): Problem[] {
  const isTab = (name: string) => name.startsWith('standard-') || schema.components.has(`CustomTab ${name}`);
  const isApp = (name: string) => name.startsWith('standard__') || schema.components.has(`CustomApplication ${name}`);
  return components.flatMap((component) => {
    const { type, fullName, element } = component;
    const missing = (field: string, kind: string, names: XmlElement[]) =>
      names.map((name) => problemOf(component, `In field: ${field} - no ${kind} named ${name.text} found`, name));
    const inside = (list: string, field: string) =>
      childrenOf(element, list).flatMap((item) => childrenOf(item, field));
    if (type === 'CustomTab' && textOf(element, 'customObject') === 'true' && !schema.objects.has(fullName))
      return [problemOf(component, `In field: customObject - no CustomObject named ${fullName} found`)];
    if (type === 'CustomApplication')
      return missing(
        'tab',
        'CustomTab',
        childrenOf(element, 'tabs').filter(({ text }) => !isTab(text)),
      );
    if (type !== 'PermissionSet') return [];
    return [
      ...missing(
        'tab',
        'CustomTab',
        inside('tabSettings', 'tab').filter(({ text }) => !isTab(text)),
      ),
      ...missing(
        'application',
        'CustomApplication',
        inside('applicationVisibilities', 'application').filter(({ text }) => !isApp(text)),
      ),
    ];
  });
}

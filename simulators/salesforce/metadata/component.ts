import type { XmlElement } from './xml.ts';

/** One piece of metadata as it is deployed: `CustomField` `Lead.Birthdate__c`, `Flow` `Show_Check_On_Lead`, … */
export interface Component {
  type: string;
  /** As the Metadata API names it; children carry their parent: `Lead.Birthdate__c`. */
  fullName: string;
  /** The file it was read from; of a Lightning web component its `.js-meta.xml`. */
  path: string;
  element: XmlElement;
  /** The files of a bundle as deployed, TypeScript already compiled: path inside the bundle to content. */
  files?: ReadonlyMap<string, string>;
}

/** Why a deployment is refused; `message` says what to mend. */
export interface Problem {
  path: string;
  /** `CustomField Lead.Birthdate__c` */
  component: string;
  message: string;
  line?: number;
  column?: number;
}

/** How a component is named in problems and answers. */
export function componentName({ type, fullName }: Pick<Component, 'type' | 'fullName'>): string {
  return `${type} ${fullName}`;
}

/** A problem of one component, at the element's line when one is given. */
export function problemOf(component: Component, message: string, element: XmlElement = component.element): Problem {
  const { line, column } = element;
  const place = column === undefined ? { line } : { line, column };
  return { path: component.path, component: componentName(component), message, ...place };
}

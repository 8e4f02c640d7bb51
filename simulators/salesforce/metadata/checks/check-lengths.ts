import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';
import { childrenOf, type XmlElement } from '../xml.ts';

const DESCRIBED = { label: 80, description: 255 };

/** The most characters a text may have, by type and path in its file, where the platform's documentation says so. */
const LONGEST: Record<string, Record<string, number>> = {
  CustomField: { label: 40, description: 1000, inlineHelpText: 510 },
  CustomLabel: { fullName: 80, shortDescription: 80, value: 1000, categories: 255 },
  CustomObject: { label: 40, pluralLabel: 40, description: 1000 },
  CustomPermission: DESCRIBED,
  Flow: { label: 255, 'customErrors/customErrorMessages/errorMessage': 255 },
  PermissionSet: DESCRIBED,
  Report: { name: 40, description: 255 },
  ValidationRule: { fullName: 40, description: 255, errorMessage: 255 },
};

/** Texts are no longer than the org stores; one that is refuses the whole deployment. */
export function checkLengths(_schema: Schema, components: Component[]): Problem[] {
  return components.flatMap((component) =>
    Object.entries(LONGEST[component.type] ?? {}).flatMap(([path, longest]) =>
      elementsAt(component.element, path.split('/'))
        .filter(({ text }) => text.length > longest)
        .map((element) =>
          problemOf(component, `Value too long for field: ${element.name} maximum length is:${longest}`, element),
        ),
    ),
  );
}

function elementsAt(element: XmlElement, path: string[]): XmlElement[] {
  return path.reduce((found, name) => found.flatMap((one) => childrenOf(one, name)), [element]);
}

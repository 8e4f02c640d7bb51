import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';

/** Picklists have each value once and at most one default, which is one of the values. */
export function checkPicklists(schema: Schema, components: Component[]): Problem[] {
  return components
    .filter(({ type }) => type === 'CustomField')
    .flatMap((component) => {
      const [object = '', name = ''] = component.fullName.split('.');
      const field = schema.objects.get(object)?.fields.get(name);
      if (!field?.picklist) return [];
      const { values, restricted } = field.picklist;
      const names = values.map(({ fullName }) => fullName.toLowerCase());
      const twice = values.filter(({ fullName }, index) => names.indexOf(fullName.toLowerCase()) !== index);
      const defaults = values.filter(({ isDefault }) => isDefault).map(({ fullName }) => fullName);
      const written = /^"([^"]*)"$/.exec(field.defaultValue ?? '')?.[1];
      const messages = [
        ...twice.map(({ fullName }) => `Duplicate picklist value: ${fullName}`),
        ...(values.length === 0 ? ['A picklist needs at least one value'] : []),
        ...(defaults.length > 1 ? [`Only one picklist value can be the default, not ${defaults.join(', ')}`] : []),
        ...(restricted && written !== undefined && !names.includes(written.toLowerCase())
          ? [`Default value ${written} is not a value of the restricted picklist`]
          : []),
      ];
      return messages.map((message) => problemOf(component, message));
    });
}

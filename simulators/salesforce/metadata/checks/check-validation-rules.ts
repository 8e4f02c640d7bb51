import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';

/** Validation rules have a message and show it at a field that exists. */
export function checkValidationRules(schema: Schema, components: Component[]): Problem[] {
  return components
    .filter(({ type }) => type === 'ValidationRule')
    .flatMap((component) => {
      const [objectName = '', name = ''] = component.fullName.split('.');
      const object = schema.objects.get(objectName);
      const rule = object?.validationRules.find(({ fullName }) => fullName === name);
      if (!object || !rule) return [];
      const messages = [
        ...(rule.errorMessage === '' ? ['errorMessage is missing'] : []),
        ...(rule.errorDisplayField && !object.fields.has(rule.errorDisplayField)
          ? [`errorDisplayField ${rule.errorDisplayField} is no field of ${object.name}`]
          : []),
      ];
      return messages.map((message) => problemOf(component, message));
    });
}

import { findFieldPath } from '../../database/field-path.ts';
import type { FieldType, ObjectDefinition } from '../../model.ts';
import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';

const GLOBAL_OBJECTS: Record<string, string> = { $User: 'User', $Profile: 'Profile', $Organization: 'Organization' };

/** Formulas of fields, default values and validation rules are understood, and every field they name exists. */
export function checkFormulas(schema: Schema, components: Component[]): Problem[] {
  return components.flatMap((component) => {
    const [objectName = '', name = ''] = component.fullName.split('.');
    const object = schema.objects.get(objectName);
    if (!object) return [];
    return formulasOf(component.type, object, name).flatMap(({ expression, blanksAsZero }) => {
      try {
        schema.formula(expression, { blanksAsZero }).check((reference) => typeOf(schema, object, reference));
        return [];
      } catch (error) {
        return [problemOf(component, error instanceof Error ? error.message : String(error))];
      }
    });
  });
}

function formulasOf(
  type: string,
  object: ObjectDefinition,
  name: string,
): { expression: string; blanksAsZero: boolean }[] {
  if (type === 'ValidationRule') {
    const rule = object.validationRules.find(({ fullName }) => fullName === name);
    return rule ? [{ expression: rule.errorConditionFormula, blanksAsZero: false }] : [];
  }
  const field = type === 'CustomField' ? object.fields.get(name) : undefined;
  if (!field) return [];
  const { formula, defaultValue, formulaBlanksAsZero = false } = field;
  return [
    ...(formula === undefined ? [] : [{ expression: formula, blanksAsZero: formulaBlanksAsZero }]),
    ...(defaultValue === undefined ? [] : [{ expression: defaultValue, blanksAsZero: false }]),
  ];
}

function typeOf(schema: Schema, object: ObjectDefinition, reference: string): FieldType {
  const [first = '', ...rest] = reference.split('.');
  if (first === '$Permission') return permissionType(schema, rest.join('.'));
  const start = first.startsWith('$') ? schema.objects.get(GLOBAL_OBJECTS[first] ?? '') : object;
  const path = start && findFieldPath(schema.objects, start, first.startsWith('$') ? rest.join('.') : reference);
  if (!path) throw new Error(`Field ${reference} does not exist. Check spelling.`);
  return path.field.type;
}

function permissionType(schema: Schema, name: string): FieldType {
  if (schema.customPermissions.has(name)) return 'Checkbox';
  throw new Error(`Custom permission ${name} does not exist. Check spelling.`);
}

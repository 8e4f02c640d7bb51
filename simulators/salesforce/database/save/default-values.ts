import type { FieldDefinition, FieldValue, ObjectDefinition, SObject } from '../../model.ts';
import type { DatabaseContext } from '../database-context.ts';
import { createFormulaScope } from '../formula-scope.ts';
import { convertValue } from './convert-value.ts';

/** What the fields a new row does not mention start with: default formulas, default picklist values, the owner. */
export function defaultValues(
  context: DatabaseContext,
  definition: ObjectDefinition,
  given: Readonly<SObject>,
): SObject {
  const defaults: SObject = {};
  for (const field of definition.fields.values()) {
    if (given[field.name] !== undefined || field.formula !== undefined) continue;
    const value = defaultValue(context, definition, field);
    if (value !== undefined) defaults[field.name] = value;
  }
  return defaults;
}

function defaultValue(
  context: DatabaseContext,
  definition: ObjectDefinition,
  field: FieldDefinition,
): FieldValue | undefined {
  if (field.name === 'OwnerId') return context.user.id;
  if (field.picklist) return field.picklist.values.find(({ isDefault }) => isDefault)?.fullName;
  if (field.type === 'Checkbox') return evaluate(context, definition, field.defaultValue ?? 'false');
  if (field.defaultValue === undefined) return undefined;
  return convertValue(field, evaluate(context, definition, field.defaultValue));
}

function evaluate(context: DatabaseContext, { name }: ObjectDefinition, formula: string): FieldValue {
  const scope = createFormulaScope(context.transaction, { object: name, record: {}, prior: null });
  return context.schema.formula(formula).evaluate(scope);
}

import type { FieldDefinition, FieldValue, ObjectDefinition, SObject } from '../model.ts';
import type { DatabaseContext } from './database-context.ts';
import { createFormulaScope } from './formula-scope.ts';

/**
 * A changeable copy of a stored row with its formula fields (and a person's `Name`) as properties,
 * computed from the copy's own values whenever they are read. `null` stands for every field without a value.
 */
export function computedRow(
  context: DatabaseContext,
  definition: ObjectDefinition,
  stored: Readonly<SObject>,
): SObject {
  const row: SObject = {};
  for (const field of definition.fields.values()) {
    const compute = computation(context, definition, field);
    if (compute)
      Object.defineProperty(row, field.name, { enumerable: true, configurable: true, get: () => compute(row) });
    else row[field.name] = stored[field.name] ?? (field.type === 'Checkbox' ? false : null);
  }
  return row;
}

/** A read-only view of a stored row with its computed fields: cheap to make, for looking at many rows. */
export function rowView(context: DatabaseContext, definition: ObjectDefinition, stored: Readonly<SObject>): SObject {
  const view: SObject = new Proxy(stored, {
    get(row, name: string) {
      const field = definition.fields.get(name);
      const compute = field && computation(context, definition, field);
      return compute ? compute(view) : (row[name] ?? (field?.type === 'Checkbox' ? false : null));
    },
  });
  return view;
}

/** Whether a field is never stored. */
export function isComputed(definition: ObjectDefinition, field: FieldDefinition): boolean {
  return field.formula !== undefined || isPersonName(definition, field);
}

function isPersonName(definition: ObjectDefinition, { name }: FieldDefinition): boolean {
  return name === 'Name' && definition.fields.has('FirstName') && definition.fields.has('LastName');
}

function computation(
  context: DatabaseContext,
  definition: ObjectDefinition,
  field: FieldDefinition,
): ((row: SObject) => FieldValue) | undefined {
  if (isPersonName(definition, field)) return (row) => [row['FirstName'], row['LastName']].filter(Boolean).join(' ');
  const { formula, formulaBlanksAsZero = false } = field;
  if (formula === undefined) return undefined;
  return (record) => {
    const scope = createFormulaScope(context.transaction, { object: definition.name, record, prior: null });
    return context.schema.formula(formula, { blanksAsZero: formulaBlanksAsZero }).evaluate(scope);
  };
}

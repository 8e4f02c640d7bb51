import type { SObject } from '../../model.ts';
import type { RecordChange } from '../../save-model.ts';
import { computedRow } from '../computed-row.ts';
import type { DatabaseContext } from '../database-context.ts';
import { refuseRow } from '../row-refusal.ts';
import { convertValue } from './convert-value.ts';
import { defaultValues } from './default-values.ts';

/** A new row with its defaults. @throws RowRefusal when a value does not fit its field. */
export function openInsert(context: DatabaseContext, object: string, given: Readonly<SObject>): RecordChange {
  const definition = context.transaction.objectDefinition(object);
  const values = convertGiven(context, object, given);
  const record = computedRow(context, definition, {
    ...defaultValues(context, definition, values),
    ...values,
    Id: null,
  });
  return { object, record, prior: null };
}

/** A stored row with some values changed. @throws RowRefusal when there is no such row or a value does not fit. */
export function openUpdate(context: DatabaseContext, object: string, given: Readonly<SObject>): RecordChange {
  const definition = context.transaction.objectDefinition(object);
  const id = String(convertValue({ ...idField(definition.fields), label: object }, given['Id'] ?? null));
  const stored = context.store.get(object, id);
  if (!stored) throw missing(context, id);
  if (object === 'Lead' && stored['IsConverted'] === true) {
    throw refuseRow('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', []);
  }
  const record = computedRow(context, definition, { ...stored, ...convertGiven(context, object, given), Id: id });
  return { object, record, prior: computedRow(context, definition, stored) };
}

function idField(fields: ReturnType<DatabaseContext['transaction']['objectDefinition']>['fields']) {
  const field = fields.get('Id');
  if (!field) throw new Error('every object has an Id');
  return field;
}

function missing({ store }: DatabaseContext, id: string) {
  if (store.wasDropped(id)) return refuseRow('ENTITY_IS_DELETED', 'entity is deleted', []);
  return refuseRow('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
}

function convertGiven({ transaction }: DatabaseContext, object: string, given: Readonly<SObject>): SObject {
  const { fields } = transaction.objectDefinition(object);
  const row: SObject = {};
  for (const [name, value] of Object.entries(given)) {
    const field = fields.get(name);
    if (!field) throw refuseRow('INVALID_FIELD', `No such column '${name}' on sobject of type '${object}'`, [name]);
    if (!field.formula) row[name] = convertValue(field, value);
  }
  return row;
}

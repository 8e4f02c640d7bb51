import type { FieldDefinition, FieldValue, ObjectDefinition, SObject } from '../../model.ts';
import type { RecordChange } from '../../save-model.ts';
import type { DatabaseContext } from '../database-context.ts';
import { objectOfId } from '../field-path.ts';
import { wholeSeconds } from '../save/convert-time.ts';

/** One line of history: which field, from what to what. */
interface Line {
  Field: string;
  DataType: string;
  OldValue: FieldValue;
  NewValue: FieldValue;
}

/** Only that such a field changed is kept, never what it held. */
const WITHOUT_VALUES = ['LongTextArea', 'EncryptedText'];

/** Adds to the history of a saved row: that it was created, or which tracked fields changed. */
export function writeHistory(context: DatabaseContext, { object, record, prior }: RecordChange): void {
  const history = historyOf(context, object);
  if (!history?.historyOf) return;
  const lines = prior ? changedLines(context, object, { record, prior }) : [created()];
  for (const line of lines) {
    const row = {
      Id: context.store.nextId(history),
      IsDeleted: false,
      CreatedDate: wholeSeconds(context.now),
      CreatedById: context.user.id,
      [history.historyOf.parentField]: record['Id'] ?? null,
      ...line,
    };
    context.store.put(history.name, Object.freeze(row));
  }
}

function historyOf({ schema }: DatabaseContext, object: string): ObjectDefinition | undefined {
  return [...schema.objects.values()].find((candidate) => candidate.historyOf?.object === object);
}

function created(): Line {
  return { Field: 'created', DataType: 'Text', OldValue: null, NewValue: null };
}

function changedLines(
  context: DatabaseContext,
  object: string,
  { record, prior }: { record: SObject; prior: Readonly<SObject> },
): Line[] {
  const tracked = [...context.transaction.objectDefinition(object).fields.values()].filter(
    ({ trackHistory }) => trackHistory,
  );
  return tracked.flatMap((field) => {
    const change = { before: prior[field.name] ?? null, after: record[field.name] ?? null };
    return change.before === change.after ? [] : linesOf(context, field, change);
  });
}

/** A lookup has two lines: one with names for people, one with ids. */
function linesOf(
  context: DatabaseContext,
  { name: Field, type, referenceTo }: FieldDefinition,
  { before, after }: { before: FieldValue; after: FieldValue },
): Line[] {
  if (WITHOUT_VALUES.includes(type)) return [{ Field, DataType: 'Text', OldValue: null, NewValue: null }];
  if (referenceTo === undefined) return [{ Field, DataType: dataType(type), OldValue: before, NewValue: after }];
  const names = { OldValue: nameOf(context, before), NewValue: nameOf(context, after) };
  return [
    { Field, DataType: 'Text', ...names },
    { Field, DataType: 'EntityId', OldValue: before, NewValue: after },
  ];
}

function dataType(type: FieldDefinition['type']): string {
  const names: Partial<Record<FieldDefinition['type'], string>> = {
    Checkbox: 'Boolean',
    Number: 'Double',
    Currency: 'Currency',
    Date: 'DateOnly',
    DateTime: 'DateTime',
    Picklist: 'DynamicEnum',
  };
  return names[type] ?? 'Text';
}

function nameOf({ schema, transaction }: DatabaseContext, id: FieldValue): FieldValue {
  const object = typeof id === 'string' ? objectOfId(schema.objects, id) : undefined;
  return (object && transaction.read(object.name, String(id))?.['Name']) ?? id;
}

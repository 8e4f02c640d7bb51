import { refuseRow } from '../../database/row-refusal.ts';
import type { FieldDefinition, FieldValue, SObject } from '../../model.ts';
import type { SaveResult } from '../../save-model.ts';
import { collectionRow, saveCollection, type CollectionRow } from './collection-results.ts';
import type { Caller } from './rest-request.ts';
import { upsertStep, type UpsertStep, type UpsertTarget } from './upsert.ts';

type WritableStep = Exclude<UpsertStep, { kind: 'ambiguous' }>;

/** What became of one row; `isNew` also of a refused one that would have been. */
export type UpsertResult = SaveResult & { isNew: boolean };

/** Saves rows of one object by their key, each on its own; a key given twice refuses those rows. */
export function upsertRows(
  caller: Caller,
  target: UpsertTarget,
  { rows, isAllOrNone }: { rows: CollectionRow<SObject>[]; isAllOrNone: boolean },
): UpsertResult[] {
  const twice = keysGivenTwice(rows, target.field);
  const steps = rows.map((each) =>
    'refused' in each ? each : collectionRow(() => writableStep(caller, target, { row: each.row, twice })),
  );
  const { org, user } = caller;
  const results = saveCollection(caller, {
    rows: steps,
    groupOf: ({ kind }) => kind,
    save: (kind, given) => {
      const save = kind === 'insert' ? org.insertAs : org.updateAs;
      return save(
        user,
        target.definition.name,
        given.map(({ row }) => row),
      );
    },
    isAllOrNone,
  });
  return results.map((result, index) => ({ ...result, isNew: isInsert(steps[index]) }));
}

function isInsert(step: CollectionRow<WritableStep> | undefined): boolean {
  return step !== undefined && 'row' in step && step.row.kind === 'insert';
}

function writableStep(
  caller: Caller,
  target: UpsertTarget,
  { row, twice }: { row: SObject; twice: Set<string> },
): WritableStep {
  const { field } = target;
  const key = keyOf(field, row[field.name]);
  if (twice.has(key)) throw refuseRow('DUPLICATE_VALUE', `Duplicate external id specified: ${key}`, [field.name]);
  const step = upsertStep(caller, target, row);
  if (step.kind !== 'ambiguous') return step;
  const message = `more than one record found for external id field: [${step.ids.join(', ')}]`;
  throw refuseRow('DUPLICATE_EXTERNAL_ID', message, [field.name]);
}

function keysGivenTwice(rows: CollectionRow<SObject>[], field: FieldDefinition): Set<string> {
  const seen = new Set<string>();
  const keys = rows.map((each) => ('row' in each ? keyOf(field, each.row[field.name]) : ''));
  return new Set(keys.filter((key) => key !== '' && (seen.has(key) || !seen.add(key))));
}

function keyOf({ caseSensitive, type }: FieldDefinition, value: FieldValue | undefined): string {
  const text = value === null || value === undefined ? '' : String(value).trim();
  return caseSensitive || type === 'Id' ? text : text.toLowerCase();
}

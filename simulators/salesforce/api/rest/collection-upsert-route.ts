import { refuseRow } from '../../database/row-refusal.ts';
import type { FieldDefinition, ObjectDefinition, SObject } from '../../model.ts';
import type { SaveResult } from '../../save-model.ts';
import { collectionBody, type CollectionBody } from './collection-body.ts';
import { collectionRow, saveCollection, toCollectionResult } from './collection-results.ts';
import { readRow } from './read-row.ts';
import type { RestHandler, RestRequest, RestRoute } from './rest-request.ts';
import { externalIdField, upsertStep, type UpsertStep } from './upsert.ts';
import { visibleObject } from './visible-object.ts';

/** `PATCH /composite/sobjects/<Object>/<external id field>`: up to 200 rows of one object, by external id. */
export function collectionUpsertRoute(): RestRoute {
  return { method: 'PATCH', pattern: '/composite/sobjects/:object/:field', handle: upsertRecords };
}

type Target = { definition: ObjectDefinition; field: FieldDefinition };
type WritableStep = Exclude<UpsertStep, { kind: 'ambiguous' }>;

const upsertRecords: RestHandler = (request, { object = '', field: name = '' }) => {
  const { records, allOrNone } = collectionBody(request.body);
  const definition = visibleObject(request, object);
  const target = { definition, field: externalIdField(request, definition, name) };
  const twice = keysGivenTwice(records, target.field);
  const rows = records.map((record) => collectionRow(() => readStep(request, target, { record, twice })));
  const results = saveCollection(request, {
    rows,
    groupOf: ({ kind }) => kind,
    save: (kind, steps) => save(request, object, { kind, rows: steps.map(({ row }) => row) }),
    isAllOrNone: allOrNone,
  });
  const isNew = (index: number) => {
    const row = rows[index];
    return row !== undefined && 'row' in row && row.row.kind === 'insert';
  };
  return { status: 200, body: results.map((result, index) => withCreated(toCollectionResult(result), isNew(index))) };
};

function withCreated(result: ReturnType<typeof toCollectionResult>, isNew: boolean) {
  return result.success ? { ...result, created: isNew } : result;
}

function save(
  { org, user }: RestRequest,
  object: string,
  { kind, rows }: { kind: string; rows: SObject[] },
): SaveResult[] {
  return kind === 'insert' ? org.insertAs(user, object, rows) : org.updateAs(user, object, rows);
}

function readStep(
  request: RestRequest,
  target: Target,
  { record, twice }: { record: CollectionBody['records'][number]; twice: Set<string> },
): WritableStep {
  const { definition, field } = target;
  if (record.attributes.type !== definition.name) {
    throw refuseRow('INVALID_TYPE', `all records of this call have to be of type ${definition.name}`);
  }
  const row = readRow(request, definition, record);
  const key = keyOf(field, row[field.name]);
  if (twice.has(key)) throw refuseRow('DUPLICATE_VALUE', `Duplicate external id specified: ${key}`, [field.name]);
  const step = upsertStep(request, target, row);
  if (step.kind !== 'ambiguous') return step;
  const message = `more than one record found for external id field: [${step.ids.join(', ')}]`;
  throw refuseRow('DUPLICATE_EXTERNAL_ID', message, [field.name]);
}

function keysGivenTwice(records: CollectionBody['records'], field: FieldDefinition): Set<string> {
  const seen = new Set<string>();
  const twice = records
    .map((record) => keyOf(field, record[field.name]))
    .filter((key) => seen.has(key) || !seen.add(key));
  return new Set(twice.filter((key) => key !== ''));
}

function keyOf({ caseSensitive, type }: FieldDefinition, value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value as string | number).trim();
  return caseSensitive || type === 'Id' ? text : text.toLowerCase();
}

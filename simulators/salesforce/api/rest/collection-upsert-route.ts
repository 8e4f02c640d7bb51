import { refuseRow } from '../../database/row-refusal.ts';
import { collectionBody } from './collection-body.ts';
import { collectionRow, toCollectionResult } from './collection-results.ts';
import { readRow } from './read-row.ts';
import type { RestHandler, RestRoute } from './rest-request.ts';
import { externalIdField } from './upsert.ts';
import { upsertRows, type UpsertResult } from './upsert-rows.ts';
import { visibleObject } from './visible-object.ts';

/** `PATCH /composite/sobjects/<Object>/<external id field>`: up to 200 rows of one object, by external id. */
export function collectionUpsertRoute(): RestRoute {
  return { method: 'PATCH', pattern: '/composite/sobjects/:object/:field', handle: upsertRecords };
}

const upsertRecords: RestHandler = (request, { object = '', field: name = '' }) => {
  const { records, allOrNone } = collectionBody(request.body);
  const definition = visibleObject(request, object);
  const field = externalIdField(request, definition, name);
  const rows = records.map((record) =>
    collectionRow(() => {
      if (record.attributes.type === definition.name) return readRow(request, definition, record);
      throw refuseRow('INVALID_TYPE', `all records of this call have to be of type ${definition.name}`);
    }),
  );
  const results = upsertRows(request, { definition, field }, { rows, isAllOrNone: allOrNone });
  return { status: 200, body: results.map(toAnswer) };
};

function toAnswer({ isNew, ...saved }: UpsertResult) {
  const result = toCollectionResult(saved);
  return result.success ? { ...result, created: isNew } : result;
}

import { objectOfId } from '../../database/field-path.ts';
import { refuseRow } from '../../database/row-refusal.ts';
import type { SObject } from '../../model.ts';
import { checkCount, collectionBody, type CollectionBody } from './collection-body.ts';
import { collectionRow, saveCollection, toCollectionResult, type CollectionRow } from './collection-results.ts';
import { readRow } from './read-row.ts';
import type { RestHandler, RestRequest, RestRoute } from './rest-request.ts';
import { visibleObject } from './visible-object.ts';

/** Up to 200 rows in one call, each answered on its own. */
export function collectionRoutes(): RestRoute[] {
  const pattern = '/composite/sobjects';
  return [
    { method: 'POST', pattern, handle: createRecords },
    { method: 'PATCH', pattern, handle: updateRecords },
    { method: 'DELETE', pattern, handle: deleteRecords },
  ];
}

interface TypedRow {
  object: string;
  row: SObject;
}

const createRecords: RestHandler = (request) => {
  const { records, allOrNone } = collectionBody(request.body);
  const results = saveCollection(request, {
    rows: readRows(request, records),
    groupOf: ({ object }) => object,
    save: (object, rows) =>
      request.org.insertAs(
        request.user,
        object,
        rows.map(({ row }) => row),
      ),
    isAllOrNone: allOrNone,
  });
  return { status: 200, body: results.map(toCollectionResult) };
};

const updateRecords: RestHandler = (request) => {
  const { records, allOrNone } = collectionBody(request.body);
  const results = saveCollection(request, {
    rows: readRows(request, records),
    groupOf: ({ object }) => object,
    save: (object, rows) =>
      request.org.updateAs(
        request.user,
        object,
        rows.map(({ row }) => row),
      ),
    isAllOrNone: allOrNone,
  });
  return { status: 200, body: results.map(toCollectionResult) };
};

const deleteRecords: RestHandler = (request) => {
  const ids = (request.query.get('ids') ?? '').split(',').filter(Boolean);
  checkCount(ids.length);
  const results = saveCollection(request, {
    rows: ids.map((id) => collectionRow(() => ({ id, object: objectNameOf(request, id) }))),
    groupOf: ({ object }) => object,
    save: (object, rows) =>
      request.org.deleteAs(
        request.user,
        object,
        rows.map(({ id }) => id),
      ),
    isAllOrNone: request.query.get('allOrNone') === 'true',
  });
  return { status: 200, body: results.map(toCollectionResult) };
};

function readRows(request: RestRequest, records: CollectionBody['records']): CollectionRow<TypedRow>[] {
  return records.map((record) =>
    collectionRow(() => {
      const object = record.attributes.type;
      return { object, row: readRow(request, visibleObject(request, object), record) };
    }),
  );
}

function objectNameOf({ org }: RestRequest, id: string): string {
  const object = objectOfId(org.schema().objects, id);
  if (!object) throw refuseRow('MALFORMED_ID', `malformed id ${id}`);
  return object.name;
}

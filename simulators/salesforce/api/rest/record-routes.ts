import { ApiError } from '../../database/api-error.ts';
import { isIdShaped, toLongId } from '../../database/record-id.ts';
import type { ObjectDefinition } from '../../model.ts';
import type { QueryRow } from '../../org-model.ts';
import type { SaveResult } from '../../save-model.ts';
import { saveErrorAnswer } from '../error-body.ts';
import { checkConditions } from './conditional-request.ts';
import { readRow } from './read-row.ts';
import { renderRow } from './render-row.ts';
import type { RestAnswer, RestHandler, RestRequest, RestRoute } from './rest-request.ts';
import { visibleObject } from './visible-object.ts';

/** Rows of one object by id: create, read, change, delete. */
export function recordRoutes(): RestRoute[] {
  return [
    { method: 'POST', pattern: '/sobjects/:object', handle: createRecord },
    { method: 'GET', pattern: '/sobjects/:object/:id', handle: readRecord },
    { method: 'PATCH', pattern: '/sobjects/:object/:id', handle: updateRecord },
    { method: 'DELETE', pattern: '/sobjects/:object/:id', handle: deleteRecord },
  ];
}

const createRecord: RestHandler = (request, { object = '' }) => {
  const row = readRow(request, visibleObject(request, object), request.body);
  const [result] = request.org.insertAs(request.user, object, [row]);
  return result?.id && result.errors.length === 0 ? created(request, object, result.id) : refused(result);
};

const readRecord: RestHandler = (request, { object = '', id = '' }) => {
  const definition = visibleObject(request, object);
  const Id = existingId(request, definition, id);
  const body = readById(request, definition, Id);
  checkConditions(request, object, Id);
  return { status: 200, body };
};

const updateRecord: RestHandler = (request, { object = '', id = '' }) => {
  const definition = visibleObject(request, object);
  const Id = existingId(request, definition, id);
  checkConditions(request, object, Id);
  const [result] = request.org.updateAs(request.user, object, [{ ...readRow(request, definition, request.body), Id }]);
  return result?.errors.length === 0 ? { status: 204 } : refused(result);
};

const deleteRecord: RestHandler = (request, { object = '', id = '' }) => {
  const definition = visibleObject(request, object);
  const [result] = request.org.deleteAs(request.user, object, [existingId(request, definition, id)]);
  return result?.errors.length === 0 ? { status: 204 } : refused(result);
};

/** The answer to a row that was added. */
export function created({ version }: RestRequest, object: string, id: string): RestAnswer {
  const headers = { Location: `/services/data/${version}/sobjects/${object}/${id}` };
  return { status: 201, headers, body: { id, success: true, errors: [] } };
}

/** The answer to a row that was not saved. */
export function refused(result: SaveResult | undefined): RestAnswer {
  return saveErrorAnswer(result?.errors ?? []);
}

/** One row with the fields asked for, or all the user may read. @throws ApiError 404 when it is not the user's to see. */
export function readById(request: RestRequest, definition: ObjectDefinition, id: string): QueryRow {
  const { org, user, query, version } = request;
  const access = org.accessOf(user);
  const readable = [...definition.fields.keys()].filter((name) => access.canReadField(definition.name, name));
  const fields = query.get('fields')?.split(',') ?? readable;
  const [row] = org.queryAs(user, `SELECT ${fields.join(', ')} FROM ${definition.name} WHERE Id = '${id}'`);
  if (row) return renderRow(org, row, version);
  throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

function existingId({ org }: RestRequest, definition: ObjectDefinition, written: string): string {
  if (!isIdShaped(written)) {
    throw new ApiError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${written}`);
  }
  const id = toLongId(written.slice(0, 15));
  if (org.database.store.get(definition.name, id)) return id;
  if (org.database.store.wasDropped(id)) throw new ApiError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

import { ApiError } from '../../database/api-error.ts';
import type { FieldDefinition, FieldValue, ObjectDefinition } from '../../model.ts';
import { checkConditions } from './conditional-request.ts';
import { readRow } from './read-row.ts';
import { created, readById, refused } from './record-routes.ts';
import type { RestAnswer, RestHandler, RestRequest, RestRoute } from './rest-request.ts';
import { externalIdField, upsertStep } from './upsert.ts';
import { visibleObject } from './visible-object.ts';

/** Rows by an external id: read, upsert, delete. More than one row with it: 300 with their addresses. */
export function externalIdRoutes(): RestRoute[] {
  const pattern = '/sobjects/:object/:field/:value';
  return [
    { method: 'GET', pattern, handle: readByKey },
    { method: 'PATCH', pattern, handle: upsertByKey },
    { method: 'DELETE', pattern, handle: deleteByKey },
  ];
}

interface Key {
  definition: ObjectDefinition;
  field: FieldDefinition;
  value: FieldValue;
}

const readByKey: RestHandler = (request, params) => {
  const key = readKey(request, params);
  return withOnlyId(request, key, (id) => {
    const body = readById(request, key.definition, id);
    checkConditions(request, key.definition.name, id);
    return { status: 200, body };
  });
};

const deleteByKey: RestHandler = (request, params) => {
  const key = readKey(request, params);
  return withOnlyId(request, key, (id) => {
    const [result] = request.org.deleteAs(request.user, key.definition.name, [id]);
    return result?.errors.length === 0 ? { status: 204 } : refused(result);
  });
};

const upsertByKey: RestHandler = (request, params) => {
  const { definition, field, value } = readKey(request, params);
  const row = readRow(request, definition, request.body);
  if (field.name in row) {
    throw new ApiError(400, 'INVALID_FIELD', `The ${field.name} field should not be specified in the sobject data.`);
  }
  const step = upsertStep(request, { definition, field }, { ...row, [field.name]: value });
  if (step.kind === 'ambiguous') return choices(request, definition, step.ids);
  if (step.kind === 'update') checkConditions(request, definition.name, String(step.row['Id']));
  const { org, user } = request;
  const save = step.kind === 'insert' ? org.insertAs : org.updateAs;
  const [result] = save(user, definition.name, [step.row]);
  if (!result?.id || result.errors.length > 0) return refused(result);
  const answer = created(request, definition.name, result.id);
  const isNew = step.kind === 'insert';
  return { ...answer, status: isNew ? 201 : 200, body: { id: result.id, success: true, errors: [], created: isNew } };
};

function readKey(request: RestRequest, { object = '', field: name = '', value = '' }: Record<string, string>): Key {
  const definition = visibleObject(request, object);
  const field = externalIdField(request, definition, name);
  return { definition, field, value: field.type === 'Number' ? Number(value) : value };
}

function withOnlyId(request: RestRequest, key: Key, answer: (id: string) => RestAnswer): RestAnswer {
  const { definition, field, value } = key;
  const step = upsertStep(request, key, { [field.name]: value });
  if (step.kind === 'ambiguous') return choices(request, definition, step.ids);
  if (step.kind === 'update') return answer(String(step.row['Id']));
  throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

function choices({ version }: RestRequest, { name }: ObjectDefinition, ids: string[]): RestAnswer {
  return { status: 300, body: ids.map((id) => `/services/data/${version}/sobjects/${name}/${id}`) };
}

import { z } from 'zod';
import { ApiError } from '../../database/api-error.ts';
import { isIdShaped, toLongId } from '../../database/record-id.ts';
import { parsedBody } from '../json-body.ts';
import { renderRow } from './render-row.ts';
import type { RestAnswer, RestHandler, RestRequest, RestRoute } from './rest-request.ts';
import { visibleObject } from './visible-object.ts';

const bodySchema = z.strictObject({ ids: z.array(z.string()), fields: z.array(z.string()) });

const MOST_IN_PATH = 800;
const MOST_IN_BODY = 2000;

/** `GET` or `POST /composite/sobjects/<Object>`: rows by their ids, null for each the user cannot see. */
export function retrieveRoutes(): RestRoute[] {
  const pattern = '/composite/sobjects/:object';
  return [
    { method: 'GET', pattern, handle: byPath },
    { method: 'POST', pattern, handle: byBody },
  ];
}

const byPath: RestHandler = (request, { object = '' }) => {
  const listed = (name: string) => (request.query.get(name) ?? '').split(',').filter(Boolean);
  return retrieve(request, object, { ids: listed('ids'), fields: listed('fields'), most: MOST_IN_PATH });
};

const byBody: RestHandler = (request, { object = '' }) => {
  return retrieve(request, object, { ...parsedBody(bodySchema, request.body), most: MOST_IN_BODY });
};

function retrieve(
  { org, user, version }: RestRequest,
  object: string,
  { ids, fields, most }: { ids: string[]; fields: string[]; most: number },
): RestAnswer {
  const { name } = visibleObject({ org, user }, object);
  if (fields.length === 0) throw new ApiError(400, 'MISSING_ARGUMENT', 'fields needs at least one field');
  if (ids.length > most)
    throw new ApiError(400, 'EXCEEDED_ID_LIMIT', `at most ${most} ids can be retrieved in one call`);
  const malformed = ids.find((id) => !isIdShaped(id));
  if (malformed !== undefined) throw new ApiError(400, 'MALFORMED_ID', `malformed id ${malformed}`);
  const wanted = ids.map((id) => toLongId(id.slice(0, 15)));
  const condition = ids.length === 0 ? 'LIMIT 0' : `WHERE Id IN (${wanted.map((id) => `'${id}'`).join(', ')})`;
  const columns = [...new Set(['Id', ...fields])].join(', ');
  const rows = org.queryAs(user, `SELECT ${columns} FROM ${name} ${condition}`);
  const found = new Map(rows.map((row) => [row['Id'], renderRow(org, row, version)]));
  return { status: 200, body: wanted.map((id) => found.get(id) ?? null) };
}

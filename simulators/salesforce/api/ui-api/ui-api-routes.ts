import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { ApiError } from '../../database/api-error.ts';
import type { RunningUser, SObject } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import { jsonBody } from '../json-body.ts';
import { recordErrorBody, refusalBody } from './error-body.ts';
import { objectInfo } from './object-info.ts';
import { picklistValues } from './picklist-values.ts';
import { readRecord, readWholeRecord } from './read-record.ts';
import { RecordError, createBody, createOne, deleteOne, updateBody, updateOne } from './write-record.ts';

export interface UserApiOptions {
  org: Org;
  /** Whose session the request carries; undefined when there is none. */
  userOf(c: Context): RunningUser | undefined;
}

const ROOT = '/services/data/:version/ui-api';
const NOT_SUPPORTED = ['layoutTypes', 'modes', 'childRelationships', 'updateMru'];

/** The part of the UI API that record pages and `lightning/uiRecordApi` use, everything in user mode. */
export function uiApiRoutes({ org, userOf }: UserApiOptions): Hono {
  const reader = (c: Context) => ({ org, user: runningUser(userOf(c)) });
  return new Hono()
    .get(`${ROOT}/records/:id`, (c) => c.json(readRecord(reader(c), c.req.param('id'), wantedFields(c))))
    .post(`${ROOT}/records`, async (c) => {
      const { apiName, fields } = parse(createBody, await jsonBody(c));
      const id = createOne(reader(c), apiName, fields);
      return c.json(readWholeRecord(reader(c), id), 201);
    })
    .patch(`${ROOT}/records/:id`, async (c) => {
      const id = c.req.param('id');
      const fields: SObject = parse(updateBody, await jsonBody(c)).fields;
      updateOne(reader(c), id, { fields, unmodifiedSince: c.req.header('If-Modified-Since') });
      return c.json(readWholeRecord(reader(c), id));
    })
    .delete(`${ROOT}/records/:id`, (c) => {
      deleteOne(reader(c), c.req.param('id'));
      return c.body(null, 204);
    })
    .get(`${ROOT}/object-info/:object`, (c) => c.json(objectInfo(reader(c), c.req.param('object'))))
    .get(`${ROOT}/object-info/:object/picklist-values/:recordTypeId`, (c) =>
      c.json(picklistValues(reader(c), c.req.param('object'), c.req.param('recordTypeId'))),
    )
    .onError((error, c) => refuse(org, error, c));
}

function runningUser(user: RunningUser | undefined): RunningUser {
  if (user) return user;
  throw new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}

/** Reads answer with a list of errors as all of REST does, writes with one body that sorts them by field. */
function refuse(org: Org, error: Error, c: Context): Response {
  if (error instanceof RecordError) return c.json(recordErrorBody(org, error), 400);
  if (!(error instanceof ApiError)) throw error;
  const status = error.status as ContentfulStatusCode;
  if (c.req.method !== 'GET' && status !== 401) return c.json(refusalBody(error), status);
  const { errorCode, message } = error;
  return c.json([{ errorCode, message, statusCode: status }], status);
}

function wantedFields(c: Context): { fields: string[]; optionalFields: string[] } {
  const unknown = NOT_SUPPORTED.find((name) => c.req.query(name) !== undefined);
  if (unknown)
    throw new ApiError(400, 'INVALID_REQUEST', `The simulated org does not support ${unknown}; ask for fields`);
  const [fields, optionalFields] = [namesIn(c.req.query('fields')), namesIn(c.req.query('optionalFields'))];
  if (fields.length + optionalFields.length > 0) return { fields, optionalFields };
  throw new ApiError(400, 'MISSING_ARGUMENT', 'Specify at least one of fields and optionalFields.');
}

function namesIn(list = ''): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiError(400, 'INVALID_INPUT', z.prettifyError(parsed.error));
}

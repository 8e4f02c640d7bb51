import { z } from 'zod';
import { ApiError } from '../../database/api-error.ts';
import { parsedBody } from '../json-body.ts';
import { checkReferenceIds, partSchema, runParts, runPartsOrNone, type Part, type Run } from './composite-parts.ts';
import type { RestHandler, RestRoute } from './rest-request.ts';

const bodySchema = z.object({ allOrNone: z.boolean().default(false), compositeRequest: z.array(partSchema) });

const MAX_PARTS = 25;
const MAX_QUERIES_AND_COLLECTIONS = 5;

/** `POST /composite`: up to 25 calls in one, each able to use the answers before it; all or none when asked. */
export function compositeRoute(run: Run): RestRoute {
  const handle: RestHandler = (request) => {
    const { compositeRequest: parts, allOrNone } = parsedBody(bodySchema, request.body);
    checkParts(parts);
    const compositeResponse = (allOrNone ? runPartsOrNone : runParts)(request, parts, run);
    return { status: 200, body: { compositeResponse } };
  };
  return { method: 'POST', pattern: '/composite', handle };
}

function checkParts(parts: Part[]): void {
  if (parts.length > MAX_PARTS) throw tooMany(`${MAX_PARTS} subrequests`);
  const heavy = parts.filter(({ url }) => /\/(query\/?\?|composite\/sobjects)/.test(url));
  if (heavy.length > MAX_QUERIES_AND_COLLECTIONS)
    throw tooMany(`${MAX_QUERIES_AND_COLLECTIONS} queries and collections`);
  checkReferenceIds(parts);
}

function tooMany(what: string): ApiError {
  return new ApiError(400, 'LIMIT_EXCEEDED', `A composite call holds at most ${what}`);
}

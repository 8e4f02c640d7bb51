import { ApiError } from '../../database/api-error.ts';
import type { RestRequest } from './rest-request.ts';

/** Thrown when the row is as the client already has it. */
export class NotModified extends Error {
  constructor() {
    super('the record was not modified since then');
    this.name = 'NotModified';
  }
}

/**
 * Goes by `If-Modified-Since` and `If-Unmodified-Since` and the row's last change, both in whole seconds.
 * @throws NotModified for reads; ApiError 412 `PRECONDITION_FAILED`, 400 for a moment that cannot be read.
 */
export function checkConditions(request: RestRequest, object: string, id: string): void {
  const modified = Date.parse(String(request.org.database.store.get(object, id)?.['LastModifiedDate']));
  const unmodifiedSince = momentIn(request, 'If-Unmodified-Since');
  if (unmodifiedSince !== undefined && modified > unmodifiedSince) {
    throw failed('the record was modified after If-Unmodified-Since');
  }
  const modifiedSince = momentIn(request, 'If-Modified-Since');
  if (modifiedSince === undefined || modified > modifiedSince) return;
  if (request.method === 'GET') throw new NotModified();
  throw failed('the record was not modified after If-Modified-Since');
}

function failed(message: string): ApiError {
  return new ApiError(412, 'PRECONDITION_FAILED', message);
}

function momentIn({ header }: RestRequest, name: string): number | undefined {
  const written = header(name);
  if (written === undefined) return undefined;
  const moment = Date.parse(written);
  if (!Number.isNaN(moment)) return moment;
  throw new ApiError(400, 'INVALID_HTTP_HEADER', `${name} is no date: ${written}`);
}

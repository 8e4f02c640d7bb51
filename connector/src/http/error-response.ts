import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Failure, type FailureKind } from '../domain/failure.ts';

/** What each kind is answered with, at every door. */
export const STATUSES: Record<FailureKind, ContentfulStatusCode> = {
  invalid: 400,
  unauthorized: 401,
  'too-large': 413,
  'not-found': 404,
  rejected: 422,
  conflict: 409,
  busy: 503,
  'rate-limited': 503,
  unavailable: 503,
  late: 409,
};

/** The one place where a failure becomes an HTTP answer. Nothing of an unforeseen error is told to the caller. */
export function errorResponse(error: Error, c: Context): Response {
  if (error instanceof Failure) return c.json({ error: error.code, reason: error.explanation }, STATUSES[error.kind]);
  if (error instanceof HTTPException) return c.json({ error: 'refused' }, error.status);
  return c.json({ error: 'internal-error' }, 500);
}

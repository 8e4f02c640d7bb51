import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Failure } from '../../domain/failure.ts';
import { STATUSES } from '../error-response.ts';

const LATER = 'The order could not be stored now. Send it again unchanged in a minute; it will not be ordered twice.';

const SENTENCES: Readonly<Record<string, string>> = {
  'ats-login-missing': 'Authorization is missing: log in by HTTP Basic with your account id and your API secret.',
  'ats-login-wrong': 'The account id or the API secret is wrong. Check both, or ask the provider for a new secret.',
  'ats-too-many-failed-logins':
    'Too many logins failed. Check the account id and the secret, and try again in 15 minutes.',
  'ats-order-differs':
    'background_check_id: another order was sent under this id before. Send a new order under an id of its own.',
  'ats-body-not-json': 'The body is not JSON. Keys and texts need double quotes, and nothing may follow the last item.',
  'ats-content-type': 'Content-Type must be application/json.',
  'ats-no-such-route':
    'There is nothing here. The doors are GET /ats/packages, POST /ats/orders and GET /ats/openapi.json.',
};

const BY_STATUS: Readonly<Record<number, string>> = {
  413: 'The body is larger than 64 kB, which no order is. Send one order at a time.',
};

/** The body of every answer that is no success: what is wrong and what to do, never what only we may know. */
export function atsErrorAnswer(error: Error, c: Context): Response {
  const status = statusOf(error);
  const message = sentenceOf(error, status);
  if (error instanceof Failure && error.retryAfterMs)
    c.header('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
  if (status === 401) c.header('www-authenticate', 'Basic realm="ats", charset="UTF-8"');
  return c.json({ error_message: message }, status);
}

/** A bug is an outage to the sender: the order is sent again, and is the same order. */
function statusOf(error: Error): ContentfulStatusCode {
  if (error instanceof Failure) return STATUSES[error.kind];
  return error instanceof HTTPException && error.status < 500 ? error.status : 503;
}

function sentenceOf(error: Error, status: number): string {
  if (error instanceof Failure) {
    const own = SENTENCES[error.code];
    if (own) return own;
    if (status < 500 && error.vendorWords.length > 0) return error.vendorWords.join(' ');
  }
  return BY_STATUS[status] ?? (status < 500 ? 'The request cannot be read. Send JSON in UTF-8.' : LATER);
}

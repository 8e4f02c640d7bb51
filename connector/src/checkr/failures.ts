import { z } from 'zod';
import { Failure } from '../domain/failure.ts';

const words = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));

/** Checkr answers `error` (a text or a list), its gateway `message`, its OAuth server `errors`. */
const errorBodySchema = z.object({ error: words.optional(), errors: words.optional(), message: z.string().optional() });

/** A body that is not JSON of ours (a proxy's HTML page, say) yields no words: they would mean nothing to a user. */
function parseErrorBody(text: string): z.infer<typeof errorBodySchema> {
  try {
    return errorBodySchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The only refusal Checkr words as 403 that is about one person; every other is about our key or the whole account. */
const ABOUT_A_PERSON = /\bpii\b/i;

/**
 * The one place where Checkr's status codes become kinds. 409 has two meanings: the gateway's (`message` only) says
 * that the same idempotency key is still in flight, the API's (`error`) that Checkr refuses a duplicate. 401 and 403 say
 * nothing about what was asked: a key that is being changed must neither end an order nor lose a result.
 */
export function failureFromAnswer(status: number, body: string, headers: Pick<Headers, 'get'>): Failure {
  const { error, errors, message } = parseErrorBody(body);
  const vendorWords = error ?? errors ?? [];
  const code = `checkr-${status}`;
  if (status === 429) return new Failure('rate-limited', code, { retryAfterMs: retryAfterMs(headers) });
  // 423: Checkr is taking over the account's nodes; it is done within minutes.
  if (status === 408 || status === 423 || status >= 500) return new Failure('unavailable', code);
  if (status === 409 && message !== undefined && !error) return new Failure('busy', 'checkr-idempotency-in-flight');
  if (status === 401 || (status === 403 && !vendorWords.some((each) => ABOUT_A_PERSON.test(each))))
    return new Failure('unauthorized', code, { vendorWords });
  if (status === 404) return new Failure('not-found', code, { vendorWords });
  return new Failure('rejected', code, { vendorWords });
}

/** No answer at all: refused, reset or timed out. The call may have worked, so it is repeated with the same key. */
export function failureFromTransport(cause: unknown): Failure {
  const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
  return new Failure('unavailable', timedOut ? 'checkr-timed-out' : 'checkr-unreachable', { cause });
}

function retryAfterMs(headers: Pick<Headers, 'get'>): number {
  const seconds = Number(headers.get('retry-after') ?? headers.get('ratelimit-reset') ?? Number.NaN);
  if (Number.isFinite(seconds)) return Math.max(seconds, 1) * 1000;
  const reset = Date.parse(headers.get('x-ratelimit-reset') ?? '');
  return Number.isNaN(reset) ? 60_000 : Math.max(reset - Date.now(), 1000);
}

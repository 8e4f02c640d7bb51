import { z } from 'zod';
import { Failure, type FailureKind } from '../domain/failure.ts';

const partSchema = z.looseObject({ errorCode: z.string().optional(), fields: z.array(z.string()).optional() });
const apiErrorSchema = z.object({
  errorCode: z.string(),
  message: z.string(),
  data: z.union([z.array(partSchema), partSchema.transform((part) => [part]), z.unknown().transform(() => [])]),
});

/** Codes that pass with time; everything else Salesforce names is refused again. */
const PASSING: Readonly<Record<string, FailureKind>> = {
  UNABLE_TO_LOCK_ROW: 'busy',
  REQUEST_LIMIT_EXCEEDED: 'rate-limited',
  SERVER_UNAVAILABLE: 'unavailable',
  SERVICE_UNAVAILABLE: 'unavailable',
  REQUEST_TIMEOUT_OR_CONFLICT: 'unavailable',
  QUERY_TIMEOUT: 'unavailable',
  UNKNOWN_EXCEPTION: 'unavailable',
  INVALID_SESSION_ID: 'unavailable',
};

/** Salesforce gives no time to come back at; its daily limit frees up hour by hour. */
const LIMIT_PAUSE_MS = 15 * 60 * 1000;

/** What jsforce threw, as one of our kinds. `fields` names the fields Salesforce complains of. */
export function failureFromJsforce(error: unknown, path?: string): Failure {
  if (error instanceof Failure) return error;
  const parsed = apiErrorSchema.safeParse(error);
  if (!parsed.success)
    return new Failure('unavailable', refusedLogin(error) ?? 'salesforce-unreachable', { cause: error });
  const { message, data } = parsed.data;
  // jsforce names several errors of one row by a code of its own; the first of them says what it was.
  const errorCode = data[0]?.errorCode ?? parsed.data.errorCode;
  return failureFromError({ errorCode, message, path, fields: data.flatMap(({ fields = [] }) => fields) }, error);
}

/** jsforce names what the token address answered by the error's name; it passes once somebody mends the app or the user. */
function refusedLogin(error: unknown): string | null {
  const name = error instanceof Error ? error.name : '';
  return /^(invalid|unsupported|inactive|unauthorized)_\w+$|^ERROR_HTTP_\d+$/.test(name)
    ? `salesforce-login-${name.toLowerCase().replaceAll('_', '-')}`
    : null;
}

/** One error as the REST API words it, of a call or of a row. */
interface ApiError {
  errorCode: string;
  message: string;
  fields?: string[] | undefined;
  /** What was asked for; a resource that may not be seen is answered as if it were not there. */
  path?: string | undefined;
}

/** The one place where Salesforce's error codes become kinds. */
export function failureFromError(error: ApiError, cause?: unknown): Failure {
  const { errorCode, fields: named = [] } = error;
  const fields = named.length > 0 ? named : namesIn(error);
  const code = `salesforce-${errorCode.toLowerCase().replaceAll('_', '-')}`;
  if (errorCode === 'NOT_FOUND' || errorCode === 'ENTITY_IS_DELETED')
    return new Failure('not-found', code, { fields, cause });
  const httpStatus = Number(/^ERROR_HTTP_(\d{3})$/.exec(errorCode)?.[1]);
  const kind = httpStatus >= 500 || httpStatus === 408 ? 'unavailable' : (PASSING[errorCode] ?? 'rejected');
  return new Failure(kind, code, {
    fields,
    ...(error.message ? { vendorWords: [error.message] } : {}),
    cause,
    ...(kind === 'rate-limited' ? { retryAfterMs: LIMIT_PAUSE_MS } : {}),
  });
}

/** Objects and fields that are missing or may not be seen, for the log: these messages quote names only. */
function namesIn({ errorCode, message, path = '' }: ApiError): string[] {
  if (!/^(INVALID_(FIELD|TYPE)|NOT_FOUND)/.test(errorCode)) return [];
  const words = errorCode === 'NOT_FOUND' ? path : message;
  return [...new Set(words.match(/[A-Za-z]\w*__[cr]\b|(?<=')[A-Za-z]\w*(?=')/g))];
}

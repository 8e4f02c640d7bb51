import { z } from 'zod';
import { Failure, type FailureKind } from '../domain/failure.ts';

const partSchema = z.looseObject({ errorCode: z.string().optional(), fields: z.array(z.string()).optional() });
const apiErrorSchema = z.object({
  errorCode: z.string(),
  message: z.string(),
  data: z.union([z.array(partSchema), partSchema.transform((part) => [part]), z.unknown().transform(() => [])]),
});

/**
 * Codes that pass with time, or once an admin has mended the org; everything else Salesforce names is refused again. An
 * address that is too long (414, 431) stays refused: who asks for many rows at once then asks for them one by one.
 */
const PASSING: Readonly<Record<string, FailureKind>> = {
  UNABLE_TO_LOCK_ROW: 'busy',
  REQUEST_LIMIT_EXCEEDED: 'rate-limited',
  SERVER_UNAVAILABLE: 'unavailable',
  SERVICE_UNAVAILABLE: 'unavailable',
  REQUEST_TIMEOUT_OR_CONFLICT: 'unavailable',
  QUERY_TIMEOUT: 'unavailable',
  UNKNOWN_EXCEPTION: 'unavailable',
  INVALID_SESSION_ID: 'unavailable',
  STORAGE_LIMIT_EXCEEDED: 'unavailable',
  API_CURRENTLY_DISABLED: 'unavailable',
  API_DISABLED_FOR_ORG: 'unavailable',
  ERROR_HTTP_401: 'unavailable',
  ERROR_HTTP_403: 'unavailable',
  ERROR_HTTP_408: 'unavailable',
  ERROR_HTTP_429: 'rate-limited',
};

/** A flow or trigger of the org failed: its message names what it met, and what a flow meets today is mended tomorrow. */
const AUTOMATION: readonly string[] = ['CANNOT_EXECUTE_FLOW_TRIGGER', 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'];

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
  const kind = kindOf(error);
  return new Failure(kind, code, {
    fields,
    ...(error.message ? { vendorWords: [error.message] } : {}),
    cause,
    ...(kind === 'rate-limited' ? { retryAfterMs: LIMIT_PAUSE_MS } : {}),
  });
}

function kindOf({ errorCode, message }: ApiError): FailureKind {
  if (AUTOMATION.includes(errorCode)) return message.includes('UNABLE_TO_LOCK_ROW') ? 'busy' : 'unavailable';
  return /^ERROR_HTTP_5\d\d$/.test(errorCode) ? 'unavailable' : (PASSING[errorCode] ?? 'rejected');
}

/** Objects and fields that are missing or may not be seen, for the log: these messages quote names only. */
function namesIn({ errorCode, message, path = '' }: ApiError): string[] {
  if (!/^(INVALID_(FIELD|TYPE)|NOT_FOUND)/.test(errorCode)) return [];
  const words = errorCode === 'NOT_FOUND' ? path : message;
  return [...new Set(words.match(/[A-Za-z]\w*__[cr]\b|(?<=')[A-Za-z]\w*(?=')/g))];
}

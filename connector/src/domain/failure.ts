/**
 * What can go wrong, as the rest of the program needs to know it. Each kind is mapped in exactly two places:
 * `http/error-response.ts` (to a status) and `queue/settle.ts` (to retry or stop).
 */
export type FailureKind =
  /** The caller sent something we cannot read. */
  | 'invalid'
  /** A proof is not taken: a caller's at a door, or ours at Checkr, which passes once somebody mends the key. */
  | 'unauthorized'
  | 'too-large'
  | 'not-found'
  /** The other side understood and refuses; it will refuse again. */
  | 'rejected'
  /** Something else is there already under the same name. */
  | 'conflict'
  /** Somebody else is at it right now; soon it will be free. */
  | 'busy'
  /** Too many requests; `retryAfterMs` says when to come back. */
  | 'rate-limited'
  /** Unreachable, timed out or broken for the moment. */
  | 'unavailable'
  /** What we wanted to write was read earlier than what the record already shows. */
  | 'late';

interface FailureDetails {
  /** The vendor's own words: for the record alone, never for a log or Redis. */
  vendorWords?: string[];
  /** Names of the record fields the refusal is about, where the other side says so. */
  fields?: string[];
  retryAfterMs?: number;
  /** Constant in kebab-case that says more than the caller may know; for the log and the numbers. */
  because?: string;
  /** In plain words for the caller: names what to mend, never a value. */
  explanation?: string;
  cause?: unknown;
}

/** Everything we foresee going wrong. Its message is kind and code only, so that it may travel through Redis and logs. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  /** Short constant in kebab-case that says which refusal it was, e.g. `checkr-422`. */
  readonly code: string;
  readonly vendorWords: readonly string[];
  readonly fields: readonly string[];
  readonly retryAfterMs: number | undefined;
  readonly because: string | undefined;
  readonly explanation: string | undefined;

  constructor(kind: FailureKind, code: string, details: FailureDetails = {}) {
    super(`${kind}: ${code}`, { cause: details.cause });
    this.kind = kind;
    this.code = code;
    this.vendorWords = details.vendorWords ?? [];
    this.fields = details.fields ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.because = details.because;
    this.explanation = details.explanation;
  }
}

/** Whether `error` is a Failure of one of these kinds. */
export function isFailure(error: unknown, ...kinds: FailureKind[]): error is Failure {
  return error instanceof Failure && (kinds.length === 0 || kinds.includes(error.kind));
}

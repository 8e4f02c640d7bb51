import { pino, type Logger } from 'pino';

/** Facts nobody may log, at any depth: a net under what each call names. */
const NEVER = new Set(['authorization', 'body', 'email', 'headers', 'ssn', 'vendorWords']);
const WITHHELD = '[withheld]';

/** How a process writes its log. */
interface LogWriting {
  name: string;
  level: string;
  /** Lines that may be gathered before they are written, in bytes; they wait a tenth of a second at most. */
  gatheredBytes?: number;
}

const GATHERED_FOR_MS = 100;

/** JSON lines on stdout. Only what is named in a call is logged. */
export function createLogger({ name, level, gatheredBytes = 0 }: LogWriting): Logger {
  const gathering = gatheredBytes > 0 ? { minLength: gatheredBytes, periodicFlush: GATHERED_FOR_MS } : {};
  return pino(
    { name, level, base: { name }, formatters: { log: withoutPersonalFacts } },
    pino.destination({ dest: 1, sync: true, ...gathering }),
  );
}

/** pino's own `redact` does this by paths, and takes longer over one line than all else a door does to log it. */
export function withoutPersonalFacts(facts: Record<string, unknown>): Record<string, unknown> {
  return needsScreening(facts) ? (screened(facts) as Record<string, unknown>) : facts;
}

function needsScreening(facts: Record<string, unknown>): boolean {
  for (const key in facts) if (NEVER.has(key) || typeof facts[key] === 'object') return true;
  return false;
}

function screened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(screened);
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, NEVER.has(key) ? WITHHELD : screened(each)]),
  );
}

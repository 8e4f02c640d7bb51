/** An answer as a fact looks at it. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON; the text where it is none. */
  body: unknown;
}

/** Calls one API with the right login; `path` is relative to its version. Never throws for a status. */
export type Call = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  sent?: { body?: object; headers?: Record<string, string> },
) => Promise<Answer>;

/** What a fact may ask: the org as its administrator, and the Checkr account. */
export interface World {
  org: Call;
  checkr: Call;
  /** How long the story may take. */
  patienceMs: number;
}

interface Api {
  /** With version, without slash at the end. */
  base: string;
  authorization: string;
}

/** A call that adds the login. */
export function createCall({ base, authorization }: Api): Call {
  return async (method, path, { body, headers = {} } = {}) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { ...headers, authorization, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** A member of an answer, however deep; undefined where there is none: `memberOf(body, 'data', 0, 'id')`. */
export function memberOf(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[name] : undefined,
    value,
  );
}

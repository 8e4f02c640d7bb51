/** An answer of the simulator; `body` is what its JSON says, or the text when it is none. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: AnswerBody;
}

/** The fields the tests look at, as an answer that has them shows them. */
interface AnswerBody extends Record<string, unknown> {
  id: string;
  data: AnswerBody[];
  report_ids: string[];
  invitation_url: string;
  screenings: { type: string }[];
  deliveries: {
    id: string;
    type: string;
    state: string;
    event_id: string;
    attempts: { at: string; status: number }[];
  }[];
  requests: Record<string, unknown>[];
  calls: Record<string, number>;
}

/** Calls over HTTP with a key as Basic user name. */
export async function callCheckr(options: {
  url: string;
  method: string;
  body: unknown;
  headers: Record<string, string> | undefined;
  key: string;
}): Promise<Answer> {
  const headers = {
    Authorization: `Basic ${Buffer.from(`${options.key}:`).toString('base64')}`,
    ...contentTypeOf(options.body),
    ...options.headers,
  };
  const answer = await fetch(options.url, { method: options.method, headers, body: bytesOf(options.body) });
  const text = await answer.text();
  const isJson = answer.headers.get('Content-Type')?.startsWith('application/json') ?? false;
  return { status: answer.status, headers: answer.headers, text, body: (isJson ? JSON.parse(text) : {}) as AnswerBody };
}

function contentTypeOf(body: unknown): Record<string, string> {
  // With an upload, fetch itself writes the type and its boundary.
  if (body instanceof FormData) return {};
  return { 'Content-Type': typeof body === 'string' ? 'application/x-www-form-urlencoded' : 'application/json' };
}

function bytesOf(body: unknown): FormData | string | null {
  if (body === undefined) return null;
  return body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body);
}

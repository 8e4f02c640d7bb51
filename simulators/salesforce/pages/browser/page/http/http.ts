import { pageState } from 'page/state';

/** A refused or failed call, shaped as Lightning Data Service hands it to components. */
export interface FetchError {
  ok: false;
  status: number;
  statusText: string;
  body: unknown;
}

/** Asks the server of the pages itself: what Lightning Experience has no public API for. @throws FetchError */
export async function askPage<T>(method: string, path: string): Promise<T> {
  return answerOf(await fetch(path, { method }));
}

/** Calls the org's API with the session of the page; `path` is relative to `/services/data/vXX.X`. @throws FetchError */
export async function callOrg<T>(method: string, path: string, body?: object): Promise<T> {
  return answerOf(await reach(method, path, body));
}

async function answerOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return answer as T;
  throw fetchError(response.status, response.statusText, answer);
}

async function reach(method: string, path: string, body?: object): Promise<Response> {
  const init: RequestInit = { method, headers: { 'Content-Type': 'application/json' } };
  if (body) init.body = JSON.stringify(body);
  try {
    return await fetch(`${pageState.apiBase}${path}`, init);
  } catch {
    throw fetchError(500, 'Server Error', {
      message: 'The org cannot be reached. Check your connection and try again.',
    });
  }
}

function fetchError(status: number, statusText: string, body: unknown): FetchError {
  return { ok: false, status, statusText, body };
}

import { Agent, fetch, FormData, type RequestInit, type Response } from 'undici';
import type { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import { failureFromAnswer, failureFromTransport } from './failures.ts';
import { createVendorClock } from './vendor-clock.ts';

/** Checkr's answers come within a second or two; a POST that took longer is repeated with its idempotency key. */
const TIMEOUT_MS = 20_000;

/** Requests without one have been refused by Checkr's firewall. */
const USER_AGENT = 'background-checks-connector/1';

/** Kept shorter than what proxies commonly allow, so that we seldom meet a connection just closed. */
const KEEP_ALIVE_MS = 30_000;
/** Enough for the calls Checkr allows in a minute. */
const CONNECTIONS = 32;

interface CheckrHttpOptions {
  /** With version, without slash: `https://api.checkr.com/v1`. */
  baseUrl: string;
  apiKey: string;
  timeoutMs?: number;
  /** Asked before every call, and told when Checkr says that the account has used up its calls. */
  budget?: { take(): Promise<void>; exhaust(ms: number): Promise<void> };
  /** Told after each call how many calls the account has left in this minute. */
  onCallsLeft?: (left: number) => void;
}

export interface CheckrHttp {
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** Updates are POST at Checkr too; the key makes a repeat answer with the first result for 24 hours. */
  post<T>(
    path: string,
    body: object | FormData,
    options: { schema: z.ZodType<T>; idempotencyKey?: string },
  ): Promise<T>;
  delete<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** A moment of our clock as Checkr's says it, once it has answered; both in Unix milliseconds. */
  vendorTime(ownMs: number): number;
}

/** Speaks HTTP with one Checkr account: proves who we are, times out, parses, and gives every failure its kind. */
export function createCheckrHttp(options: CheckrHttpOptions): CheckrHttp {
  const { baseUrl, apiKey, timeoutMs = TIMEOUT_MS, budget, onCallsLeft } = options;
  const dispatcher = new Agent({ keepAliveTimeout: KEEP_ALIVE_MS, connections: CONNECTIONS });
  const authorization = `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`;

  const clock = createVendorClock();

  async function call<T>(path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> {
    await budget?.take();
    const sentAt = Date.now();
    const { response, text } = await fetchText(`${baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, authorization, accept: 'application/json', 'user-agent': USER_AGENT },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      dispatcher,
    });
    // The answer to a repeated POST may come with the date of the first.
    if (init.method === 'GET') clock.observe(response.headers, sentAt);
    const left = response.headers.get('x-ratelimit-remaining');
    if (left !== null && /^\d+$/.test(left)) onCallsLeft?.(Number(left));
    if (response.ok) return parseAnswer(text, schema);
    const failure = failureFromAnswer(response.status, text, response.headers);
    if (failure.kind === 'rate-limited') await budget?.exhaust(failure.retryAfterMs ?? 0);
    throw failure;
  }

  return {
    vendorTime: clock.vendorTime,
    get: (path, schema) => call(path, { method: 'GET' }, schema),
    post: (path, body, { schema, idempotencyKey }) =>
      call(
        path,
        {
          method: 'POST',
          headers: {
            // A form names its own type, with the boundary between its parts.
            ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
            ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
          },
          body: body instanceof FormData ? body : JSON.stringify(body),
        },
        schema,
      ),
    delete: (path, schema) => call(path, { method: 'DELETE' }, schema),
  };
}

async function fetchText(url: string, init: RequestInit): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(url, init);
    return { response, text: await response.text() };
  } catch (error) {
    throw failureFromTransport(error);
  }
}

/** A 2xx we cannot read is nobody's refusal: something between us and Checkr is broken for the moment. */
function parseAnswer<T>(text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Failure('unavailable', 'checkr-unreadable-answer', { cause });
  }
}

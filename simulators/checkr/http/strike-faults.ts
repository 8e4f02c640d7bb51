import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault, Faults } from '../control/faults.ts';
import type { AppEnv } from './app-env.ts';
import { routeLabel } from './route-label.ts';

/**
 * Strikes at the connection, in front of everything else: a reset or a silence, before the call is handled or after,
 * when all it does has been done and kept under its Idempotency-Key.
 */
export function strikeConnection(faults: Faults, closing: AbortSignal): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const fault = faults.strike(routeLabel(c));
    c.set('fault', fault);
    if (fault?.status === 'reset') return reset(c);
    if (fault?.status === 'timeout') return await silence(c, closing);
    await next();
    if (fault?.status === 'reset-after-commit') c.res = reset(c);
    if (fault?.status === 'timeout-after-commit') c.res = await silence(c, closing);
    return undefined;
  };
}

/** Strikes where the work is done: waits, and answers with the fault's status instead of doing it. */
export function strikeHandler(closing: AbortSignal): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const fault = c.get('fault');
    if (fault && fault.delayMs > 0) await sleep(fault.delayMs, undefined, { signal: closing }).catch(() => undefined);
    if (typeof fault?.status !== 'number') return next();
    return refusal(c, fault, fault.status as ContentfulStatusCode);
  };
}

function refusal(c: Context<AppEnv>, { body, headers = {} }: Fault, status: ContentfulStatusCode): Response {
  if (status === 429) c.header('X-Ratelimit-Remaining', '0');
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (typeof body === 'string') return c.html(body, status);
  if (body !== undefined) return c.json(body, status);
  if (status === 429) return c.json({ message: 'API rate limit exceeded' }, status);
  return c.json({ error: `Simulated fault ${status}` }, status);
}

function reset(c: Context<AppEnv>): Response {
  c.env.incoming?.socket.resetAndDestroy();
  return new Response(null, { status: 500 });
}

function silence(c: Context<AppEnv>, closing: AbortSignal): Promise<Response> {
  return new Promise((resolve) => {
    const end = (): void => resolve(new Response(null, { status: 500 }));
    c.env.incoming?.socket.once('close', end);
    closing.addEventListener('abort', end, { once: true });
  });
}

import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { isFailure } from '../domain/failure.ts';

/** One line a request, by route pattern: the real path may hold a secret. */
export function requestLog(log: Logger): MiddlewareHandler {
  return async function requestLog(c, next) {
    const startedAt = performance.now();
    await next();
    const facts = {
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - startedAt),
    };
    if (c.res.status < 400) log.info(facts, 'request');
    else log.warn({ ...facts, reason: reasonOf(c) }, 'request refused');
  };
}

function reasonOf({ error }: Context): string {
  if (!error) return 'no-such-route';
  return isFailure(error) ? error.message : `unexpected: ${error.name}`;
}

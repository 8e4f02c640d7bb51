import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { isFailure } from '../domain/failure.ts';
import type { MetricsDoor } from './deps.ts';

interface RequestLogOptions {
  log: Logger;
  metrics?: Pick<MetricsDoor, 'requestSeen'> | undefined;
  requestId(): string | undefined;
}

/** One line and one count a request, by route pattern: the real path may hold a secret. */
export function requestLog({ log, metrics, requestId }: RequestLogOptions): MiddlewareHandler {
  return async function requestLog(c, next) {
    const startedAt = performance.now();
    await next();
    const ms = Math.round(performance.now() - startedAt);
    const { status } = c.res;
    const route = routePath(c, -1);
    const facts = { requestId: requestId(), method: c.req.method, route, status, ms };
    if (status < 400) log.info(facts, 'request');
    else log.warn({ ...facts, reason: reasonOf(c) }, 'request refused');
    metrics?.requestSeen({ route, status, seconds: ms / 1000, reason: status < 400 ? null : labelOf(c) });
  };
}

function reasonOf({ error }: Context): string {
  if (!error) return 'no-such-route';
  return isFailure(error)
    ? `${error.message}${error.because ? ` (${error.because})` : ''}`
    : `unexpected: ${error.name}`;
}

function labelOf({ error }: Context): string {
  if (!error) return 'no-such-route';
  return isFailure(error) ? (error.because ?? error.code) : 'unexpected';
}

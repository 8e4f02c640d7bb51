import type { Context, MiddlewareHandler } from 'hono';
import type { Clock } from '../time/clock.ts';
import { stampOf } from '../time/timeline.ts';
import type { AppEnv } from './app-env.ts';
import { GatewayError } from './api-error.ts';

const MINUTE_MS = 60_000;

/** Calls an account may make in one minute of the wall clock. */
export const DEFAULT_RATE_LIMIT = 1200;

/**
 * Counts the account's calls in fixed calendar minutes of the real clock, answers 429 past the limit,
 * and puts both families of rate limit headers on every answer.
 */
export function limitRate(clock: Clock, limit: number): MiddlewareHandler<AppEnv> {
  let minute = 0;
  let taken = 0;
  return async (c, next) => {
    const nowMs = clock.now();
    const currentMinute = Math.floor(nowMs / MINUTE_MS);
    if (currentMinute !== minute) [minute, taken] = [currentMinute, 0];
    if (c.get('isKnownCaller')) taken += 1;
    const window = { limit, remaining: Math.max(0, limit - taken), resetMs: (currentMinute + 1) * MINUTE_MS, nowMs };
    if (taken > limit) {
      const refusal = new GatewayError(429, 'API rate limit exceeded');
      c.res = c.json(refusal.body, refusal.status);
    } else {
      await next();
    }
    writeHeaders(c, window);
  };
}

function writeHeaders(c: Context, window: { limit: number; remaining: number; resetMs: number; nowMs: number }): void {
  const remaining = c.res.headers.get('X-Ratelimit-Remaining') ?? String(window.remaining);
  c.res.headers.set('Ratelimit-Limit', String(window.limit));
  c.res.headers.set('Ratelimit-Remaining', remaining);
  c.res.headers.set('Ratelimit-Reset', String(Math.ceil((window.resetMs - window.nowMs) / 1000)));
  c.res.headers.set('X-Ratelimit-Limit', String(window.limit));
  c.res.headers.set('X-Ratelimit-Remaining', remaining);
  c.res.headers.set('X-Ratelimit-Reset', stampOf(new Date(window.resetMs)));
}

import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { addressOf } from './address-of.ts';

/** A sender whose key is wrong repeats itself once a minute; this many are somebody trying. */
const REFUSALS_PER_MINUTE = 120;

/**
 * Who is refused too often is told 429 for the rest of the minute. Only refusals count and only they are answered so:
 * an address that several senders share never keeps the proven ones out.
 */
export function refusalLimit(proxyHops: number, perMinute = REFUSALS_PER_MINUTE): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async function refusalLimit(c, next) {
    await next();
    if (c.res.status !== 401) return;
    const over = await limiter.consume(addressOf(c, proxyHops)).then(
      () => null,
      (rejected: RateLimiterRes) => rejected,
    );
    if (!over) return;
    const retryAfter = String(Math.ceil(over.msBeforeNext / 1000));
    c.res = c.json({ error: 'too-many-refusals' }, 429, { 'retry-after': retryAfter });
  };
}

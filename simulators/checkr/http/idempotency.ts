import type { MiddlewareHandler } from 'hono';
import { DAY_SECONDS } from '../time/timeline.ts';
import type { Timeline } from '../time/timeline.ts';
import { GatewayError } from './api-error.ts';
import type { AppEnv } from './app-env.ts';

interface KeptAnswer {
  keptAt: string;
  status: number;
  contentType: string;
  /** The header `Date`: the headers of the first answer are kept too. */
  date: string;
  body: string;
}

/** The answers kept under an Idempotency-Key; `running` while the first call is still being answered. */
export type KeptAnswers = Map<string, KeptAnswer | 'running'>;

/**
 * Replays the first 2xx answer of a POST for 24 simulated hours. The key alone decides: another body or
 * another route under the same key gets the old answer, as at the real gateway.
 */
export function replayByKey(kept: KeptAnswers, timeline: Timeline): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const key = c.req.header('Idempotency-Key');
    if (c.req.method !== 'POST' || !key) return next();
    const found = kept.get(key);
    if (found === 'running') {
      throw new GatewayError(409, 'Another request with the same idempotency key is in progress');
    }
    if (found && timeline.secondsSince(found.keptAt) < DAY_SECONDS) {
      c.set('wasReplayed', true);
      const headers = { 'Content-Type': found.contentType, Date: found.date };
      return new Response(found.body, { status: found.status, headers });
    }
    kept.set(key, 'running');
    await next();
    if (kept.get(key) !== 'running') return;
    if (c.res.ok) kept.set(key, await keepable(c.res.clone(), timeline));
    else kept.delete(key);
  };
}

async function keepable(answer: Response, timeline: Timeline): Promise<KeptAnswer> {
  return {
    keptAt: timeline.stamp(),
    status: answer.status,
    date: new Date().toUTCString(),
    contentType: answer.headers.get('Content-Type') ?? 'application/json',
    body: await answer.text(),
  };
}

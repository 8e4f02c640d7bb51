import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import type { MetricsDoor } from '../deps.ts';

/** GET /metrics: numbers for an operator's alarms, for whoever holds the token. */
export function metricsDoor(token: string, { render }: Pick<MetricsDoor, 'render'>): Hono {
  return new Hono().get('/metrics', bearerAuth({ token }), async (c) =>
    c.text(await render(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
}

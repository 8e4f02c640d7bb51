import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/** The label of a call that no route takes. */
export const UNKNOWN_ROUTE = 'unknown';

/** Names the route that takes this call, such as `GET /v1/reports/:id`; never holds an id. */
export function routeLabel(c: Context): string {
  const route = matchedRoutes(c)
    .filter((candidate) => candidate.method !== 'ALL')
    .at(-1);
  return route ? `${route.method} ${route.path}` : UNKNOWN_ROUTE;
}

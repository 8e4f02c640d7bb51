import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './api-env.ts';
import { routeName } from './route-name.ts';
import type { Usage } from './usage.ts';

/** Counts API calls, says how many are left, refuses with 403 when there are none. The pages' own calls, by cookie, are free. */
export function meter(usage: Usage) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (!c.req.header('Authorization')) return next();
    if (usage.isUsedUp()) {
      c.header('Sforce-Limit-Info', usage.info());
      return c.json([{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }], 403);
    }
    usage.count(routeName(c.req.method, c.req.path));
    await next();
    c.res.headers.set('Sforce-Limit-Info', usage.info());
    return undefined;
  });
}

import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { routeLabel, UNKNOWN_ROUTE } from '../http/route-label.ts';
import type { Timeline } from '../time/timeline.ts';

const REMEMBERED = 10_000;

/** One call, without personal data: route and ids of the path, the names of query parameters, no values, no body. */
interface Call {
  at: string;
  route: string;
  path: string;
  query: string[];
  status: number;
  duration_ms: number;
  idempotency_key: string | null;
  was_replayed: boolean;
  fault: Fault['status'] | 'delay' | null;
}
type Fault = NonNullable<AppEnv['Variables']['fault']>;

/** Counts calls by route and remembers the newest ten thousand. */
export interface CallLog {
  middleware: MiddlewareHandler<AppEnv>;
  counts(): Record<string, number>;
  calls(): Call[];
  clear(): void;
}

/** Builds an empty log. */
export function createCallLog(timeline: Timeline): CallLog {
  const counts = new Map<string, number>();
  let calls: Call[] = [];
  return {
    counts: () => Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b))),
    calls: () => calls,
    clear: () => {
      counts.clear();
      calls = [];
    },
    middleware: async (c, next) => {
      const startedMs = performance.now();
      const [at, route] = [timeline.stamp(), routeLabel(c)];
      counts.set(route, (counts.get(route) ?? 0) + 1);
      await next();
      const fault = c.get('fault');
      calls.push({
        at,
        route,
        path: loggedPath(route, c.req.path),
        query: Object.keys(c.req.query()),
        status: c.res.status,
        duration_ms: Math.round(performance.now() - startedMs),
        idempotency_key: c.req.header('Idempotency-Key') ?? null,
        was_replayed: c.get('wasReplayed') ?? false,
        fault: fault ? (fault.status ?? 'delay') : null,
      });
      if (calls.length > REMEMBERED) calls = calls.slice(-REMEMBERED / 2);
    },
  };
}

/** Apply links are secrets and unknown paths could hold anything: of both only the route is kept. */
function loggedPath(route: string, path: string): string {
  return route === UNKNOWN_ROUTE || route.includes('/invite/') ? route : path;
}

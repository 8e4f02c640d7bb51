import { z } from 'zod';

const seconds = 1000;

/** What POST /__control/faults takes. */
export const faultBody = z.strictObject({
  /** A route as the counts name it, such as `POST /v1/invitations`; `*` stands for any method, path or both. */
  match: z.string().min(1),
  /** How many matching calls it strikes. */
  times: z.number().int().min(1).default(1),
  /** A status to answer with, or how the connection fails. Left out: the call is only slow. */
  status: z
    .union([
      z.number().int().min(400).max(599),
      z.enum(['timeout', 'timeout-after-commit', 'reset', 'reset-after-commit']),
    ])
    .optional(),
  /** How long a struck call waits first, in real milliseconds. */
  delayMs: z
    .number()
    .min(0)
    .max(600 * seconds)
    .default(0),
  /** Headers of that answer, in place of what Checkr would send: `{"retry-after": "1"}`. */
  headers: z.record(z.string(), z.string()).optional(),
  /** The body to answer with: text is sent as HTML, anything else as JSON. Left out: what Checkr would say. */
  body: z.unknown().optional(),
});

/** A fault that waits for calls to strike. */
export type Fault = z.infer<typeof faultBody>;

/** The faults that are waiting, the first that matches a call strikes it. */
export interface Faults {
  add(fault: Fault): void;
  all(): Fault[];
  clear(): void;
  /** The fault that strikes a call of that route; it has one time less afterwards. */
  strike(route: string): Fault | undefined;
}

/** An empty list of faults. */
export function createFaults(): Faults {
  let waiting: Fault[] = [];
  return {
    add: (fault) => waiting.push({ ...fault }),
    all: () => waiting,
    clear: () => (waiting = []),
    strike: (route) => {
      const fault = waiting.find((one) => matchesRoute(one.match, route));
      if (!fault) return undefined;
      fault.times -= 1;
      waiting = waiting.filter((one) => one.times > 0);
      return fault;
    },
  };
}

/** Tells whether a pattern such as `POST /v1/reports`, `GET *` or `*` names that route. */
export function matchesRoute(pattern: string, route: string): boolean {
  const [method = '*', path = '*'] = pattern.trim().split(/\s+/);
  const [routeMethod, routePath] = route.split(' ');
  return (method === '*' || method === routeMethod) && (path === '*' || path === routePath);
}

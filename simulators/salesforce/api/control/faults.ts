import { z } from 'zod';

/** How to misbehave, and for which requests: `match` is a method (or `*`) and a part of the path. */
export const faultSchema = z
  .strictObject({
    match: z.string().regex(/^(\*|[A-Z]+) \//, 'write match as "PATCH /sobjects" or "* /query"'),
    times: z.int().positive().default(1),
    /** An HTTP status, or: never answer, cut the connection, each before or after the work is done. Left out: only the delay. */
    status: z
      .union([z.int().min(400).max(599), z.enum(['timeout', 'timeout-after-commit', 'reset', 'reset-after-commit'])])
      .optional(),
    errorCode: z.string().optional(),
    message: z.string().optional(),
    delayMs: z.int().nonnegative().default(0),
    /** Refuses single rows of a collections call, or graphs of a graph call; the others are saved. */
    rowErrorCode: z.string().optional(),
    /** Which, from 0; left out, all. */
    rows: z.array(z.int().nonnegative()).optional(),
    /** Queries answer from the state of so long ago, or without so many of the newest commits. */
    lagMs: z.int().nonnegative().default(0),
    lagCommits: z.int().nonnegative().default(0),
  })
  .refine(
    ({ match, rowErrorCode }) => !rowErrorCode || /\/composite\/(sobjects|graph)/.test(match),
    'rowErrorCode works on collections and graphs: match "PATCH /composite/sobjects" or "POST /composite/graph"',
  )
  .refine(({ rows, rowErrorCode }) => !rows || rowErrorCode, 'rows needs a rowErrorCode');

export type Fault = z.infer<typeof faultSchema>;

/** The faults still to come. */
export interface Faults {
  set(faults: Fault[]): void;
  list(): Fault[];
  /** The fault for a request, if there is one; it counts as used. */
  take(method: string, path: string): Fault | undefined;
}

/** No faults yet. */
export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    set(wanted) {
      faults = wanted.map((fault) => ({ ...fault }));
    },
    list: () => faults.map((fault) => ({ ...fault })),
    take(method, path) {
      const fault = faults.find((candidate) => matches(candidate, method, path));
      if (!fault) return undefined;
      fault.times -= 1;
      faults = faults.filter(({ times }) => times > 0);
      return fault;
    },
  };
}

function matches({ match }: Fault, method: string, path: string): boolean {
  const [wantedMethod = '', wantedPath = ''] = match.split(/ (.*)/);
  return (wantedMethod === '*' || wantedMethod === method) && path.includes(wantedPath);
}

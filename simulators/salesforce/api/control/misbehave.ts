import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiEnv } from '../api-env.ts';
import { routeName } from '../route-name.ts';
import { rowFault } from '../row-fault.ts';
import type { Fault, Faults } from './faults.ts';
import type { LaggingReads } from './lagging-reads.ts';
import type { RequestLog } from './request-log.ts';

const CODES: Record<number, string> = {
  401: 'INVALID_SESSION_ID',
  403: 'REQUEST_LIMIT_EXCEEDED',
  503: 'SERVER_UNAVAILABLE',
};

/** Logs every request, and answers as the faults say instead of as it should. */
export function misbehave({ faults, log, lagging }: { faults: Faults; log: RequestLog; lagging: LaggingReads }) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const started = Date.now();
    const fault = faults.take(c.req.method, c.req.path);
    const answer = fault ? await sabotage(c, { fault, lagging }, next) : await next();
    log.add({
      at: new Date(started).toISOString(),
      route: routeName(c.req.method, c.req.path),
      status: fault && typeof fault.status === 'string' ? null : (answer ?? c.res).status,
      durationMs: Date.now() - started,
      username: (c.get('user') as ApiEnv['Variables']['user'] | undefined)?.username ?? null,
    });
    return answer ?? undefined;
  });
}

async function sabotage(
  c: Context<ApiEnv>,
  { fault, lagging }: { fault: Fault; lagging: LaggingReads },
  next: () => Promise<void>,
): Promise<Response | undefined> {
  await delay(fault.delayMs);
  if (fault.rowErrorCode) c.set('rowFault', rowFault(fault.rowErrorCode, fault));
  if (fault.status === undefined) {
    await lagging.during({ milliseconds: fault.lagMs, commits: fault.lagCommits }, next);
    return undefined;
  }
  if (fault.status === 'timeout') return closed(c);
  if (fault.status.toString().endsWith('-after-commit')) await next();
  if (fault.status === 'timeout-after-commit') return closed(c);
  if (typeof fault.status === 'string') return cut(c);
  const errorCode = fault.errorCode ?? CODES[fault.status] ?? 'UNKNOWN_EXCEPTION';
  const message = fault.message ?? `the simulated org was told to answer ${fault.status}`;
  return c.json([{ errorCode, message }], fault.status as ContentfulStatusCode);
}

/** Answers nothing until the other side gives up. */
async function closed(c: Context<ApiEnv>): Promise<Response> {
  const { signal } = c.req.raw;
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return c.body(null, 500);
}

function cut(c: Context<ApiEnv>): Response {
  const socket = c.env.incoming?.socket;
  if (!socket) throw new Error('a connection can only be cut when the org is served on a port');
  socket.destroy();
  return c.body(null, 500);
}

import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { ApiError } from './api-error.ts';

/** Turns what a route threw into an answer; anything not foreseen is a fault of the simulator and says so. */
export const answerError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof ApiError) return c.json(error.body, error.status);
  console.error(error);
  return c.json({ error: `The simulator failed: ${error.message}` }, 500);
};

/** Names the call that no route takes. */
export const answerUnknownRoute: NotFoundHandler<AppEnv> = (c: Context<AppEnv>) =>
  c.json({ error: `${c.req.method} ${c.req.path} is not known to this simulator: see its coverage.md` }, 404);

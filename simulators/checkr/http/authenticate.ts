import type { MiddlewareHandler } from 'hono';
import { auth } from 'hono/utils/basic-auth';
import { ApiError } from './api-error.ts';
import type { AppEnv } from './app-env.ts';

/** Notes whether the call carries one of the account's keys as the user name of HTTP Basic. */
export function identify(apiKeys: string[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const user = auth(c.req.raw)?.username;
    c.set('isKnownCaller', user !== undefined && apiKeys.includes(user));
    await next();
  };
}

/** Lets nobody past without a key. @throws ApiError 401 */
export function requireCaller(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!c.get('isKnownCaller')) throw new ApiError(401, 'Bad authentication error');
    await next();
  };
}

import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { RunningUser } from '../model.ts';
import type { Org } from '../org-model.ts';
import type { ApiEnv } from './api-env.ts';
import type { Session, Sessions } from './sessions.ts';

interface Door {
  org: Org;
  sessions: Sessions;
}

/** Lets in only who is logged in, by `Authorization: Bearer` or the `sid` cookie; else 401 `INVALID_SESSION_ID`. */
export function requireSession({ org, sessions }: Door) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const found = findSessionUser({ org, sessions }, bearerToken(c) ?? getCookie(c, 'sid'));
    if (!found) return c.json([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }], 401);
    c.set('session', found.session);
    c.set('user', found.user);
    return next();
  });
}

/** The session and its user; undefined when it is unknown, expired or its user no longer active. */
export function findSessionUser(
  { org, sessions }: Door,
  id: string | undefined,
): { session: Session; user: RunningUser } | undefined {
  const session = id ? sessions.find(id) : undefined;
  const user = session && org.findUser(session.username);
  return session && user && { session, user };
}

/** The access token of the `Authorization` header. */
export function bearerToken(c: Context): string | undefined {
  return /^(?:Bearer|OAuth) (.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
}

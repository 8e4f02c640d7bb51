import { randomBytes } from 'node:crypto';

/** Who is logged in; the id is the access token and the value of the `sid` cookie alike. */
export interface Session {
  id: string;
  userId: string;
  username: string;
  expiresAt: number;
}

/** The org's logged-in users. */
export interface Sessions {
  create(user: { id: string; username: string }): Session;
  /** Undefined when there is no such session or it has expired. */
  find(id: string): Session | undefined;
  /** Ends every session, or those of one user; later calls with them answer 401 `INVALID_SESSION_ID`. */
  expire(username?: string): number;
}

/** Unused for so long, a session ends. */
const TIME_OUT_MS = 2 * 60 * 60 * 1000;

/** Sessions in memory, with tokens shaped as Salesforce's: `<org id>!<secret>`. */
export function createSessions({ orgId, now }: { orgId: string; now: () => Date }): Sessions {
  const sessions = new Map<string, Session>();
  return {
    create(user) {
      const id = `${orgId.slice(0, 15)}!${randomBytes(36).toString('base64url')}`;
      const session = { id, userId: user.id, username: user.username, expiresAt: endOf(now()) };
      sessions.set(id, session);
      return session;
    },
    find(id) {
      const session = sessions.get(id);
      if (!session || session.expiresAt <= now().getTime()) return undefined;
      session.expiresAt = endOf(now());
      return session;
    },
    expire(username) {
      const ended = [...sessions.values()].filter((session) => !username || session.username === username);
      ended.forEach((session) => sessions.delete(session.id));
      return ended.length;
    },
  };
}

function endOf(lastUse: Date): number {
  return lastUse.getTime() + TIME_OUT_MS;
}

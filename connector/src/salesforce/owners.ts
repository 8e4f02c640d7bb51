import { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import type { OrgSession } from './org-session.ts';
import { queryAll, quoted } from './soql.ts';

/** How long a username is taken to be the same user. */
const KEPT_MS = 10 * 60 * 1000;

/** Ids of users named in the configuration. */
export function createOwners(session: OrgSession): { idOf(owner: string): Promise<string> } {
  const known = new Map<string, { id: string; until: number }>();
  return {
    /** @param owner username or id. @throws Failure `unavailable` when no active user has that name. */
    async idOf(owner) {
      if (!owner.includes('@')) return owner;
      const kept = known.get(owner);
      if (kept && kept.until > Date.now()) return kept.id;
      const soql = `SELECT Id FROM User WHERE Username = ${quoted(owner)} AND IsActive = true`;
      const [user] = await queryAll(session, soql, z.object({ Id: z.string() }));
      if (!user) throw new Failure('unavailable', 'ats-owner-unknown');
      known.set(owner, { id: user.Id, until: Date.now() + KEPT_MS });
      return user.Id;
    },
  };
}

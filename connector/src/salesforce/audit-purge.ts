import { z } from 'zod';
import { EVENT } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { refuseRefusedRow } from './row-results.ts';
import { dateTime, queryAll } from './soql.ts';

/** What one call deletes. */
const ROWS_PER_CALL = 200;

/** Rows of the audit trail made before a moment (Unix milliseconds). */
export interface AuditPurge {
  count(before: number): Promise<number>;
  /** Deletes at most so many, the oldest first; gives how many. @throws Failure when the org refuses one */
  remove(before: number): Promise<number>;
}

export function createAuditPurge(session: OrgSession): AuditPurge {
  return {
    async count(before) {
      const soql = `SELECT COUNT() FROM ${EVENT} WHERE CreatedDate < ${dateTime(before)}`;
      const answer = await session.request('GET', `/query?q=${encodeURIComponent(soql)}`);
      return z.object({ totalSize: z.number() }).parse(answer).totalSize;
    },
    async remove(before) {
      const soql = `SELECT Id FROM ${EVENT} WHERE CreatedDate < ${dateTime(before)} ORDER BY CreatedDate LIMIT ${ROWS_PER_CALL}`;
      const ids = (await queryAll(session, soql, z.object({ Id: z.string() }))).map(({ Id }) => Id);
      if (ids.length === 0) return 0;
      const path = `/composite/sobjects?ids=${ids.join(',')}&allOrNone=true`;
      refuseRefusedRow(await session.request('DELETE', path));
      return ids.length;
    },
  };
}

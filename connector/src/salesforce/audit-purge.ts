import { z } from 'zod';
import { failureFromError } from './failures.ts';
import { EVENT } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { dateTime, queryAll } from './soql.ts';

/** What one call deletes. */
const ROWS_PER_CALL = 200;
const resultsSchema = z.array(
  z.object({ success: z.boolean(), errors: z.array(z.object({ statusCode: z.string(), message: z.string() })) }),
);

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
      const refused = resultsSchema
        .parse(await session.request('DELETE', path))
        .flatMap(({ errors }) => errors)
        .find(({ statusCode }) => statusCode !== 'PROCESSING_HALTED');
      if (refused) throw failureFromError({ errorCode: refused.statusCode, message: refused.message });
      return ids.length;
    },
  };
}

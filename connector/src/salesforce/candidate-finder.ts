import { z } from 'zod';
import type { CheckRecords } from '../domain/ports.ts';
import { gatherRows } from './gather-rows.ts';
import { CHECK } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { isSameId, queryAll, quotedList } from './soql.ts';

const rowSchema = z.object({
  Checkr_Candidate_Id__c: z.string(),
  Connection_Key__c: z.string(),
  Lead__c: z.string().nullish(),
  Contact__c: z.string().nullish(),
});

interface Ask {
  personId: string;
  connectionKey: string;
}

/** Finds the candidates of several people by one query, the newest of each first. */
export function createCandidateFinder(session: OrgSession): CheckRecords['findCandidateOf'] {
  const candidatesOf = gatherRows<Ask, z.infer<typeof rowSchema>>({
    read: (asks) => queryAll(session, queryFor(asks), rowSchema),
    isOf: (row, { personId, connectionKey }) =>
      row.Connection_Key__c === connectionKey &&
      [row.Lead__c, row.Contact__c].some((id) => typeof id === 'string' && isSameId(id, personId)),
  });
  return async (personId, connectionKey) => {
    const [newest] = await candidatesOf({ personId, connectionKey });
    return newest?.Checkr_Candidate_Id__c ?? null;
  };
}

function queryFor(asks: readonly Ask[]): string {
  const people = quotedList(asks.map(({ personId }) => personId));
  const keys = quotedList(asks.map(({ connectionKey }) => connectionKey));
  return (
    `SELECT Checkr_Candidate_Id__c, Connection_Key__c, Lead__c, Contact__c FROM ${CHECK} ` +
    `WHERE (Lead__c IN (${people}) OR Contact__c IN (${people})) ` +
    `AND Checkr_Candidate_Id__c != null AND Connection_Key__c IN (${keys}) ORDER BY CreatedDate DESC`
  );
}

import { z } from 'zod';
import type { CheckRecords } from '../domain/ports.ts';
import { EVENT } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { queryFor } from './soql.ts';

const rowSchema = z.object({ Source_Event_Id__c: z.string() });

/** Looks up what the audit holds. */
export function createNotedEvents(session: OrgSession): Pick<CheckRecords, 'listNoted'> {
  const soqlOf = (list: string) => `SELECT Source_Event_Id__c FROM ${EVENT} WHERE Source_Event_Id__c IN (${list})`;
  return {
    async listNoted(eventIds) {
      const rows = await queryFor(session, { values: eventIds, soqlOf, row: rowSchema });
      return rows.map(({ Source_Event_Id__c }) => Source_Event_Id__c);
    },
  };
}

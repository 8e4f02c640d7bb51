import { z } from 'zod';
import type { ParkedEvents } from '../domain/ports.ts';
import { CHECK, EVENT } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { dateTime, idsAfter, queryAll, queryFor, quoted } from './soql.ts';

const text = z.string().nullish();
const parkedSchema = z.object({
  Id: z.string(),
  Source_Event_Id__c: z.string(),
  Type__c: z.string(),
  Vendor_Object_Id__c: z.string(),
  Vendor_Parent_Id__c: text,
  Occurred_At__c: text,
});
const idsSchema = z.object({
  Checkr_Candidate_Id__c: text,
  Checkr_Invitation_Id__c: text,
  Checkr_Report_Id__c: text,
});

/** The audit rows of events that wait. */
export function createParkedEvents(session: OrgSession): ParkedEvents {
  return {
    async list({ outcome, since, until, afterId, limit }) {
      const soql =
        `SELECT ${Object.keys(parkedSchema.shape).join(', ')} FROM ${EVENT} ` +
        `WHERE Outcome__c = ${quoted(outcome)} AND Source__c = 'Checkr' AND Vendor_Object_Id__c != null ` +
        `AND CreatedDate >= ${dateTime(since)} AND CreatedDate < ${dateTime(until)} ` +
        `${idsAfter(afterId)}LIMIT ${limit}`;
      return (await queryAll(session, soql, parkedSchema)).map((row) => ({
        rowId: row.Id,
        eventId: row.Source_Event_Id__c,
        type: row.Type__c,
        objectId: row.Vendor_Object_Id__c,
        parentId: row.Vendor_Parent_Id__c ?? null,
        occurredAt: row.Occurred_At__c ? new Date(row.Occurred_At__c).toISOString() : null,
      }));
    },
    async listKnownIds(connectionKey, ids) {
      const columns = Object.keys(idsSchema.shape);
      const soqlOf = (list: string) =>
        `SELECT ${columns.join(', ')} FROM ${CHECK} WHERE Connection_Key__c = ${quoted(connectionKey)} ` +
        `AND (${columns.map((column) => `${column} IN (${list})`).join(' OR ')})`;
      const rows = await queryFor(session, { values: ids, soqlOf, row: idsSchema });
      return rows.flatMap((row) => Object.values(row)).filter((id) => typeof id === 'string');
    },
  };
}

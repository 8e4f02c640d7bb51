import { z } from 'zod';
import { CHECK, EVENT } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { dateTime, queryAll, quotedList } from './soql.ts';

/** An object of Checkr's that can be read again. */
export interface ReplayObject {
  objectType: 'invitation' | 'report';
  objectId: string;
}

/** Where objects to be looked at again are found. */
export interface ReplayObjects {
  ofEvents(eventIds: readonly string[]): Promise<ReplayObject[]>;
  ofChecks(checkIds: readonly string[]): Promise<ReplayObject[]>;
  /** Of the events that came in that span, Unix milliseconds. */
  ofSpan(since: number, until: number): Promise<ReplayObject[]>;
}

const eventSchema = z.object({ Type__c: z.string(), Vendor_Object_Id__c: z.string().nullish() });
const checkSchema = z.object({
  Checkr_Report_Id__c: z.string().nullish(),
  Checkr_Invitation_Id__c: z.string().nullish(),
});
const MOST = 2000;

export function createReplayObjects(session: OrgSession): ReplayObjects {
  const events = async (where: string): Promise<ReplayObject[]> => {
    const soql = `SELECT ${Object.keys(eventSchema.shape).join(', ')} FROM ${EVENT} WHERE ${where} LIMIT ${MOST}`;
    return unique((await queryAll(session, soql, eventSchema)).flatMap(objectOfEvent));
  };
  return {
    ofEvents: (ids) => events(`Source_Event_Id__c IN (${quotedList(ids)})`),
    ofSpan: (since, until) =>
      events(`Source__c = 'Checkr' AND CreatedDate >= ${dateTime(since)} AND CreatedDate < ${dateTime(until)}`),
    async ofChecks(ids) {
      const soql = `SELECT ${Object.keys(checkSchema.shape).join(', ')} FROM ${CHECK} WHERE Id IN (${quotedList(ids)})`;
      return unique((await queryAll(session, soql, checkSchema)).flatMap(objectOfCheck));
    },
  };
}

function objectOfEvent(row: z.infer<typeof eventSchema>): ReplayObject[] {
  const objectType = (['invitation', 'report'] as const).find((each) => row.Type__c.startsWith(`${each}.`));
  return objectType && row.Vendor_Object_Id__c ? [{ objectType, objectId: row.Vendor_Object_Id__c }] : [];
}

function objectOfCheck(row: z.infer<typeof checkSchema>): ReplayObject[] {
  if (row.Checkr_Report_Id__c) return [{ objectType: 'report', objectId: row.Checkr_Report_Id__c }];
  return row.Checkr_Invitation_Id__c ? [{ objectType: 'invitation', objectId: row.Checkr_Invitation_Id__c }] : [];
}

function unique(objects: ReplayObject[]): ReplayObject[] {
  return [...new Map(objects.map((object) => [object.objectId, object])).values()];
}

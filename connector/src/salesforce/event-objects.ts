import { z } from 'zod';
import type { FoundObjects, ReplayObject, ReplayObjects } from '../domain/replay-objects.ts';
import { CHECK, EVENT } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { dateTime, queryAll, quotedList } from './soql.ts';

const eventSchema = z.object({
  Source_Event_Id__c: z.string(),
  Type__c: z.string(),
  Vendor_Object_Id__c: z.string().nullish(),
});
const checkSchema = z.object({
  Id: z.string(),
  Name: z.string(),
  Checkr_Report_Id__c: z.string().nullish(),
  Checkr_Invitation_Id__c: z.string().nullish(),
});
const MOST = 2000;
const SHORT_ID = 15;

export function createReplayObjects(session: OrgSession): ReplayObjects {
  const events = async (where: string) => {
    const soql = `SELECT ${Object.keys(eventSchema.shape).join(', ')} FROM ${EVENT} WHERE ${where} LIMIT ${MOST}`;
    return (await queryAll(session, soql, eventSchema)).map((row) => ({
      names: [row.Source_Event_Id__c],
      objects: objectOfEvent(row),
    }));
  };
  return {
    ofEvents: async (ids) => found(ids, await events(`Source_Event_Id__c IN (${quotedList(ids)})`)),
    async ofSpan(since, until) {
      const inSpan = `CreatedDate >= ${dateTime(since)} AND CreatedDate < ${dateTime(until)}`;
      const rows = await events(`Source__c = 'Checkr' AND ${inSpan}`);
      return { objects: unique(rows.flatMap(({ objects }) => objects)), isCut: rows.length === MOST };
    },
    async ofChecks(checks) {
      const columns = Object.keys(checkSchema.shape).join(', ');
      const ids = checks.filter((each) => !isName(each));
      const names = checks.filter(isName);
      const conditions = [...(ids.length > 0 ? [`Id IN (${quotedList(ids)})`] : [])];
      if (names.length > 0) conditions.push(`Name IN (${quotedList(names)})`);
      const rows = await queryAll(
        session,
        `SELECT ${columns} FROM ${CHECK} WHERE ${conditions.join(' OR ')}`,
        checkSchema,
      );
      const named = rows.map((row) => ({
        names: [row.Id, row.Id.slice(0, SHORT_ID), row.Name],
        objects: objectOfCheck(row),
      }));
      return found(checks, named);
    },
  };
}

function isName(check: string): boolean {
  return check.startsWith('BC-');
}

function found(asked: readonly string[], rows: { names: string[]; objects: ReplayObject[] }[]): FoundObjects {
  const known = new Set(rows.flatMap(({ names, objects }) => (objects.length > 0 ? names : [])));
  return {
    objects: unique(rows.flatMap(({ objects }) => objects)),
    missing: asked.filter((each) => !known.has(each)),
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

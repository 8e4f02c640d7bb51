import { z } from 'zod';
import { STATUSES_AT_VENDOR } from '../domain/check.ts';
import type { CheckRecords } from '../domain/ports.ts';
import { CHECK, REPORT_ID } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { dateTime, idsAfter, queryAll, quoted, quotedList } from './soql.ts';

const idRowSchema = z.object({ Id: z.string() });
const openRowSchema = z.object({
  Id: z.string(),
  Checkr_Invitation_Id__c: z.string().nullish(),
  Checkr_Report_Id__c: z.string().nullish(),
});

/** Lists the checks somebody has to look at again, whatever became of the messages about them. */
export function createForgottenChecks(
  session: OrgSession,
): Pick<CheckRecords, 'listOutstanding' | 'listOpen' | 'listUnassessed'> {
  return {
    async listOutstanding({ connectionKey, untouchedSince, afterId, limit }) {
      const soql =
        `SELECT Id FROM ${CHECK} WHERE Requested_Action__c != null ` +
        `AND (Connection_Key__c = null OR Connection_Key__c = ${quoted(connectionKey)}) ` +
        `AND LastModifiedDate < ${dateTime(untouchedSince)} ${idsAfter(afterId)}LIMIT ${limit}`;
      return (await queryAll(session, soql, idRowSchema)).map(({ Id }) => Id);
    },
    async listOpen({ connectionKey, untouchedSince, afterId, limit }) {
      const soql =
        `SELECT Id, Checkr_Invitation_Id__c, Checkr_Report_Id__c FROM ${CHECK} ` +
        `WHERE Status__c IN (${quotedList(STATUSES_AT_VENDOR)}) AND ${isQuietOf(connectionKey)} ` +
        `AND LastModifiedDate < ${dateTime(untouchedSince)} ` +
        `${idsAfter(afterId)}LIMIT ${limit}`;
      const rows = await queryAll(session, soql, openRowSchema);
      return rows.map((row) => ({
        id: row.Id,
        invitationId: row.Checkr_Invitation_Id__c ?? null,
        reportId: row.Checkr_Report_Id__c ?? null,
      }));
    },
    async listUnassessed({ connectionKey, completedSince, completedUntil, limit }) {
      const soql =
        `SELECT Id, ${REPORT_ID} FROM ${CHECK} WHERE Status__c = 'In Progress' AND ${isQuietOf(connectionKey)} ` +
        `AND Completed_At__c >= ${dateTime(completedSince)} AND Completed_At__c < ${dateTime(completedUntil)} ` +
        `ORDER BY Completed_At__c DESC LIMIT ${limit}`;
      const rows = await queryAll(session, soql, openRowSchema);
      return rows.flatMap(({ Checkr_Report_Id__c: reportId }) => reportId ?? []);
    },
  };
}

/** Of this connection, and nothing is being asked of it. */
function isQuietOf(connectionKey: string): string {
  return `Requested_Action__c = null AND Connection_Key__c = ${quoted(connectionKey)}`;
}

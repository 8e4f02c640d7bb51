import { z } from 'zod';
import { ATS_CALLBACK_STATUSES } from '../domain/ats-callback-status.ts';
import type { AtsCallback } from '../domain/ats-callback.ts';
import type { AtsCallbacks } from '../domain/ats-ports.ts';
import { CHECK_ADJUDICATIONS, CHECK_RESULTS, CHECK_STATUSES } from '../domain/check.ts';
import { ATS_CALLBACK_COLUMNS } from './ats-names.ts';
import { CHECK } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { dateTime, idsAfter, queryAll, quoted } from './soql.ts';

const text = z.string().nullish();
const rowSchema = z.object({
  Id: z.string(),
  Status__c: z.enum(CHECK_STATUSES),
  Result__c: z.enum(CHECK_RESULTS).nullish(),
  Adjudication__c: z.enum(CHECK_ADJUDICATIONS).nullish(),
  Cleared__c: z.boolean(),
  Connection_Key__c: text,
  ATS_Account_Id__c: text,
  ATS_Background_Check_Id__c: text,
  ATS_Webhook_URL__c: text,
  ATS_Callback_Status__c: z.enum(ATS_CALLBACK_STATUSES).nullish(),
  ATS_Callback_Number__c: z.number().nullish(),
  ATS_Callback_Attempts__c: z.number().nullish(),
  ATS_Callback_Since__c: text,
  ATS_Callback_Next_At__c: text,
  ATS_Callback_Result__c: text,
});

/** What applicant tracking systems are still to be told, as the checks of one org say. */
export function createAtsCallbacks(session: OrgSession): AtsCallbacks {
  return {
    async find(checkId) {
      const soql = `SELECT ${ATS_CALLBACK_COLUMNS.join(', ')} FROM ${CHECK} WHERE Id = ${quoted(checkId)}`;
      const [row] = await queryAll(session, soql, rowSchema);
      return row?.ATS_Account_Id__c ? callbackFrom(row) : null;
    },
    async listDue({ connectionKey, now, afterId, limit }) {
      const soql =
        `SELECT Id FROM ${CHECK} WHERE ATS_Callback_Status__c = 'Pending' AND Connection_Key__c = ${quoted(connectionKey)} ` +
        `AND (ATS_Callback_Next_At__c = null OR ATS_Callback_Next_At__c <= ${dateTime(now)}) ` +
        `${idsAfter(afterId)}LIMIT ${limit}`;
      return (await queryAll(session, soql, z.object({ Id: z.string() }))).map(({ Id }) => Id);
    },
    linkTo: async (checkId) => `${lightningUrl(await session.instanceUrl())}/lightning/r/${CHECK}/${checkId}/view`,
  };
}

/** Pages are served by another host than the API. */
function lightningUrl(instanceUrl: string): string {
  return instanceUrl.replace(/\.my\.salesforce\.com$/, '.lightning.force.com');
}

function callbackFrom(row: z.infer<typeof rowSchema>): AtsCallback {
  return {
    checkId: row.Id,
    connectionKey: row.Connection_Key__c ?? null,
    accountId: row.ATS_Account_Id__c ?? '',
    backgroundCheckId: row.ATS_Background_Check_Id__c ?? '',
    webhookUrl: row.ATS_Webhook_URL__c ?? '',
    status: row.ATS_Callback_Status__c ?? null,
    number: row.ATS_Callback_Number__c ?? 0,
    attempts: row.ATS_Callback_Attempts__c ?? 0,
    since: millisecondsOf(row.ATS_Callback_Since__c),
    nextAt: millisecondsOf(row.ATS_Callback_Next_At__c),
    told: row.ATS_Callback_Result__c ?? null,
    check: {
      status: row.Status__c,
      result: row.Result__c ?? null,
      adjudication: row.Adjudication__c ?? null,
      isCleared: row.Cleared__c,
    },
  };
}

function millisecondsOf(dateTime: string | null | undefined): number | null {
  return dateTime ? Date.parse(dateTime) : null;
}

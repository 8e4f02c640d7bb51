import { z } from 'zod';
import type { CheckRecords } from '../domain/ports.ts';
import { ADVERSE_ITEM, CHECK, EXTERNAL_ID } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { refuseRefusedRow } from './row-results.ts';
import { queryAll, quoted } from './soql.ts';

const PREFIX = 'Checkr:';
const TEXT_LENGTH = 4000;
const rowSchema = z.object({ Id: z.string(), External_Id__c: z.string().nullish(), Cite__c: z.boolean() });

/** The items reviewers may cite, as rows of `Background_Check_Adverse_Item__c`; they go when the review ends. */
export function createAdverseItems(session: OrgSession): Pick<CheckRecords, 'listCitedItems' | 'replaceAdverseItems'> {
  const rowsOf = (checkId: string) =>
    queryAll(
      session,
      `SELECT Id, External_Id__c, Cite__c FROM ${ADVERSE_ITEM} WHERE ${CHECK} = ${quoted(checkId)}`,
      rowSchema,
    );

  return {
    async listCitedItems(checkId) {
      const rows = await rowsOf(checkId);
      return rows.flatMap(({ Cite__c, External_Id__c }) =>
        Cite__c && External_Id__c ? [External_Id__c.slice(PREFIX.length)] : [],
      );
    },
    async replaceAdverseItems(checkId, items) {
      const kept = new Set(items.map(({ id }) => `${PREFIX}${id}`));
      const gone = (await rowsOf(checkId)).filter(({ External_Id__c }) => !kept.has(External_Id__c ?? ''));
      if (gone.length > 0) {
        const ids = gone.map(({ Id }) => Id).join(',');
        refuseRefusedRow(await session.request('DELETE', `/composite/sobjects?allOrNone=true&ids=${ids}`));
      }
      const records = items.map(({ id, text }) => ({
        attributes: { type: ADVERSE_ITEM },
        ...{ [CHECK]: checkId, [EXTERNAL_ID]: `${PREFIX}${id}`, Text__c: text.slice(0, TEXT_LENGTH) },
      }));
      if (records.length === 0) return;
      refuseRefusedRow(
        await session.request('PATCH', `/composite/sobjects/${ADVERSE_ITEM}/${EXTERNAL_ID}`, {
          allOrNone: true,
          records,
        }),
      );
    },
  };
}

import { z } from 'zod';
import type { AdverseItem } from '../domain/adverse-action.ts';
import type { CheckRecords } from '../domain/ports.ts';
import type { Subrequest } from './composite.ts';
import { ADVERSE_ITEM, CHECK, EXTERNAL_ID } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { queryAll, quoted } from './soql.ts';
import { GONE } from './write-parts.ts';

const PREFIX = 'Checkr:';
const TEXT_LENGTH = 4000;
const rowSchema = z.object({ Id: z.string(), External_Id__c: z.string().nullish(), Cite__c: z.boolean() });

interface AdverseItems extends Pick<CheckRecords, 'listCitedItems'> {
  /** What makes these the items of a check, to be written together with it. */
  partsFor(checkId: string, items: readonly AdverseItem[]): Promise<Subrequest[]>;
}

/** The items reviewers may cite, as rows of `Background_Check_Adverse_Item__c`; they go when the review ends. */
export function createAdverseItems(session: OrgSession): AdverseItems {
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
    async partsFor(checkId, items) {
      const kept = new Set(items.map(({ id }) => `${PREFIX}${id}`));
      const rows = await rowsOf(checkId);
      const gone = rows.filter(({ External_Id__c }) => !kept.has(External_Id__c ?? ''));
      return [...items.map((item, index) => upsert(checkId, item, index)), ...gone.map(deletion)];
    },
  };
}

function upsert(checkId: string, { id, text }: AdverseItem, index: number): Subrequest {
  return {
    ...{ name: `item_${index}`, method: 'PATCH' },
    path: `/sobjects/${ADVERSE_ITEM}/${EXTERNAL_ID}/${encodeURIComponent(`${PREFIX}${id}`)}`,
    body: { [CHECK]: checkId, Text__c: text.slice(0, TEXT_LENGTH) },
  };
}

function deletion({ Id }: { Id: string }, index: number): Subrequest {
  return { name: `${GONE}_${index}`, method: 'DELETE', path: `/sobjects/${ADVERSE_ITEM}/${Id}` };
}

import { z } from 'zod';
import { CHECK_RESULTS } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import { SCREENING_RESULTS, SCREENING_STATUSES } from '../domain/screening.ts';
import type { VendorMessage } from '../domain/vendor-result.ts';
import type { VendorRecords } from '../domain/vendor-records.ts';
import { checkFromRow, checkRowSchema, selectChecks } from './check-row.ts';
import { writeGraphs } from './graph.ts';
import { CHECK, EVENT, EXTERNAL_ID, SCREENING } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { isRefusedByGuard } from './refused-by-guard.ts';
import { idsAfter, queryAll, quoted } from './soql.ts';
import { checkParts, eventPart, isKnownEvent } from './write-parts.ts';

/** What vendors' results need of one org, over its REST API. */
export function createVendorRecords(session: OrgSession): VendorRecords {
  return {
    async findByExternalId(externalId) {
      const where = `${EXTERNAL_ID} = ${quoted(externalId)}`;
      const rows = await queryAll(session, `${selectChecks('none')} WHERE ${where}`, checkRowSchema);
      return rows.map(checkFromRow).find((check) => check.externalId === externalId) ?? null;
    },
    async listScreenings(checkId) {
      const soql = `SELECT ${EXTERNAL_ID}, Status__c, Result__c FROM ${SCREENING} WHERE ${CHECK} = ${quoted(checkId)}`;
      const rows = await queryAll(session, soql, screeningSchema);
      return rows.map((row) => ({
        externalId: row.External_Id__c ?? '',
        status: row.Status__c ?? 'Pending',
        result: row.Result__c ?? null,
      }));
    },
    async writeOnce(checkId, change, { screenings, event }) {
      // The event first: a repeated message must be known as such before a rule refuses what it would do. And a call of its
      // own: folded into another write, a decision made on an outdated reading would slip past the guard.
      const parts = [eventPart(event), ...checkParts(checkId, change, { screenings })];
      const [outcome] = await writeGraphs(session, [parts]);
      if (outcome === 'done') return true;
      if (!outcome || outcome === 'not-tried') throw new Failure('unavailable', 'salesforce-write-unsettled');
      if (isKnownEvent(outcome)) return false;
      const { failure } = outcome;
      throw isRefusedByGuard(failure) ? new Failure('late', 'changed-since-read', { cause: failure }) : failure;
    },
    async listNewlyLinked({ afterId, limit }) {
      const soql =
        `SELECT Id, Vendor__c, ${EXTERNAL_ID} FROM ${CHECK} WHERE Vendor__c != 'Checkr' AND Vendor__c != null ` +
        `AND ${EXTERNAL_ID} != null AND Connection_Key__c = null ${idsAfter(afterId)}LIMIT ${limit}`;
      const rows = await queryAll(session, soql, linkedSchema);
      return rows.map((row) => ({ id: row.Id, vendor: row.Vendor__c, externalId: row.External_Id__c }));
    },
    async listParked(externalId) {
      const id = externalId.slice(externalId.indexOf(':') + 1);
      const soql =
        `SELECT Parked_Message__c FROM ${EVENT} WHERE Outcome__c = 'Parked' AND Source__c = 'Vendor' ` +
        `AND Vendor_Object_Id__c = ${quoted(id)} ORDER BY CreatedDate`;
      const rows = await queryAll(session, soql, z.object({ Parked_Message__c: z.string().nullish() }));
      return rows.flatMap((row) => {
        const parked = parkedSchema.parse(JSON.parse(row.Parked_Message__c ?? 'null'));
        return `${parked.vendor}:${parked.message.result.vendorCheckId}` === externalId ? [parked.message] : [];
      });
    },
  };
}

const screeningSchema = z.object({
  External_Id__c: z.string().nullish(),
  Status__c: z.enum(SCREENING_STATUSES).nullish(),
  Result__c: z.enum(SCREENING_RESULTS).nullish(),
});
const linkedSchema = z.object({ Id: z.string(), Vendor__c: z.string(), External_Id__c: z.string() });

/** What `receive-result.ts` parks; a new field stays optional, for what was parked before it. */
const parkedSchema: z.ZodType<{ vendor: string; message: VendorMessage }> = z.object({
  vendor: z.string(),
  message: z.object({
    ...{ payloadSha256: z.string(), receivedAt: z.number(), requestId: z.string() },
    result: z.object({
      ...{ vendorCheckId: z.string(), status: z.enum(['in_progress', 'completed']) },
      result: z.enum(CHECK_RESULTS).nullable(),
      ...{ summary: z.string().nullable(), completedAt: z.string().nullable() },
      ...{ estimatedDays: z.number().nullable(), reportUrl: z.string().nullable() },
      screenings: z.array(
        z.object({
          ...{ type: z.string(), status: z.enum(SCREENING_STATUSES), result: z.enum(SCREENING_RESULTS).nullable() },
          ...{ summary: z.string().nullable(), completedAt: z.string().nullable(), recordCount: z.number().nullable() },
        }),
      ),
    }),
  }),
});

import type { Check } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import type { CheckRecords } from '../domain/ports.ts';
import { checkFromRow, checkRowSchema, selectChecks, type PersonColumns } from './check-row.ts';
import { createAdverseItems } from './adverse-items.ts';
import { createCandidateFinder } from './candidate-finder.ts';
import { createForgottenChecks } from './forgotten-checks.ts';
import { gatherRows } from './gather-rows.ts';
import { REPORT_ID } from './names.ts';
import { createNotedEvents } from './noted-events.ts';
import type { OrgSession } from './org-session.ts';
import { createRecordWriter } from './record-writer.ts';
import { isRefusedAsFinal, isRefusedByGuard } from './refused-by-guard.ts';
import { isSameId, queryAll, quotedList } from './soql.ts';
import { writeUnlistedToo } from './unlisted-package.ts';
import { checkParts, eventPart, unorderedPart, writeParts } from './write-parts.ts';

interface CheckRecordsOptions {
  session: OrgSession;
  /** Whether this connection orders reports directly, and so needs what such an order holds. */
  readsDirectAnswers: boolean;
}

/** The check records of one org over its REST API. */
export function createCheckRecords({ session, readsDirectAnswers }: CheckRecordsOptions): CheckRecords {
  const write = createRecordWriter(session);
  const { listCitedItems, partsFor } = createAdverseItems(session);
  async function list(where: string, person: PersonColumns): Promise<Check[]> {
    const rows = await queryAll(session, `${selectChecks(person)} WHERE ${where}`, checkRowSchema);
    return rows.map(checkFromRow);
  }
  const readById = gatherRows<string, Check>({
    read: (ids) => list(`Id IN (${quotedList(ids)})`, readsDirectAnswers ? 'direct' : 'invitation'),
    isOf: (check, id) => isSameId(check.id, id),
  });
  const readByVendorIds = gatherRows<VendorIds, Check>({
    read: (asks) => list(whereVendorIds(asks), 'none'),
    isOf: (check, ids) => VENDOR_IDS.some(([key]) => ids[key] !== null && check[key] === ids[key]),
  });

  return {
    listCitedItems,
    ...createNotedEvents(session),
    findCandidateOf: createCandidateFinder(session),
    findById: async (id) => (await readById(id))[0] ?? null,
    listByReportOrCandidate: (reportId, candidateId) => readByVendorIds({ reportId, candidateId, invitationId: null }),
    listByInvitationOrCandidate: (invitationId, candidateId) =>
      readByVendorIds({ invitationId, candidateId, reportId: null }),
    ...createForgottenChecks(session),
    createUnordered: (unordered) =>
      writeUnlistedToo(unordered.change, (change) => writeParts(write, [unorderedPart({ ...unordered, change })])),
    async write(checkId, change, { adverseItems, ...besides } = {}) {
      const items = adverseItems ? await partsFor(checkId, adverseItems) : [];
      const written = writeUnlistedToo(change, (listed) =>
        writeParts(write, [...checkParts(checkId, listed, besides), ...items]),
      );
      await written.catch((error: unknown) => {
        if (isRefusedByGuard(error)) throw new Failure('late', 'read-before-what-is-shown', { cause: error });
        throw isRefusedAsFinal(error) ? new Failure('unavailable', 'check-became-final', { cause: error }) : error;
      });
    },
    note: (event) => writeParts(write, [eventPart(event)]),
  };
}

type VendorIds = Pick<Check, 'reportId' | 'invitationId' | 'candidateId'>;
const VENDOR_IDS = [
  ['reportId', REPORT_ID],
  ['invitationId', 'Checkr_Invitation_Id__c'],
  ['candidateId', 'Checkr_Candidate_Id__c'],
] as const;

/** The checks that bear one of these ids. */
function whereVendorIds(asks: readonly VendorIds[]): string {
  const conditions = VENDOR_IDS.flatMap(([key, field]) => {
    const ids = asks.flatMap(({ [key]: id }) => id ?? []);
    return ids.length > 0 ? [`${field} IN (${quotedList(ids)})`] : [];
  });
  return conditions.join(' OR ');
}

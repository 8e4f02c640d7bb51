import { z } from 'zod';
import { STATUSES_AT_VENDOR, type Check, type CheckChange } from '../domain/check.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import type { CheckRecords, WrittenBesides } from '../domain/ports.ts';
import { checkFromRow, checkRowSchema, selectChecks, type PersonColumns } from './check-row.ts';
import { createAdverseItems } from './adverse-items.ts';
import { rowFromChange, rowFromEvent, rowFromScreening } from './check-rows.ts';
import { writeTogether, type Subrequest } from './composite.ts';
import { CHECK, EVENT, EXTERNAL_ID, REPORT_ID, SCREENING, SOURCE_READ_AT } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { dateTime, queryAll, quoted } from './soql.ts';

/** A missing right on that field names it too, but must never pass for "late": results would be lost in silence. */
const VALIDATION_REFUSED = 'salesforce-field-custom-validation-exception';

interface CheckRecordsOptions {
  session: OrgSession;
  /** Whether this connection orders reports directly, and so needs what such an order holds. */
  readsDirectAnswers: boolean;
}

/** The check records of one org over its REST API. */
export function createCheckRecords({ session, readsDirectAnswers }: CheckRecordsOptions): CheckRecords {
  async function list(where: string, person: PersonColumns): Promise<Check[]> {
    const rows = await queryAll(session, `${selectChecks(person)} WHERE ${where}`, checkRowSchema);
    return rows.map(checkFromRow);
  }

  return {
    ...createAdverseItems(session),
    async findById(id) {
      const [check] = await list(`Id = ${quoted(id)}`, readsDirectAnswers ? 'direct' : 'invitation');
      return check ?? null;
    },
    async findCandidateOf(personId, connectionKey) {
      const soql =
        `SELECT Checkr_Candidate_Id__c FROM ${CHECK} WHERE (Lead__c = ${quoted(personId)} OR Contact__c = ${quoted(personId)}) ` +
        `AND Checkr_Candidate_Id__c != null AND Connection_Key__c = ${quoted(connectionKey)} ORDER BY CreatedDate DESC LIMIT 1`;
      const [newest] = await queryAll(session, soql, z.object({ Checkr_Candidate_Id__c: z.string() }));
      return newest?.Checkr_Candidate_Id__c ?? null;
    },
    listByReportOrCandidate: (reportId, candidateId) => {
      const ofCandidate = candidateId === null ? '' : ` OR Checkr_Candidate_Id__c = ${quoted(candidateId)}`;
      return list(`${REPORT_ID} = ${quoted(reportId)}${ofCandidate}`, 'none');
    },
    listByInvitationOrCandidate: (invitationId, candidateId) =>
      list(
        `Checkr_Invitation_Id__c = ${quoted(invitationId)} OR Checkr_Candidate_Id__c = ${quoted(candidateId)}`,
        'none',
      ),
    async listOutstanding({ connectionKey, untouchedSince, limit }) {
      const soql =
        `SELECT Id FROM ${CHECK} WHERE Requested_Action__c != null AND Vendor__c = 'Checkr' ` +
        `AND (Connection_Key__c = null OR Connection_Key__c = ${quoted(connectionKey)}) ` +
        `AND LastModifiedDate < ${dateTime(untouchedSince)} ORDER BY LastModifiedDate LIMIT ${limit}`;
      return (await queryAll(session, soql, z.object({ Id: z.string() }))).map(({ Id }) => Id);
    },
    async listOpen({ connectionKey, untouchedSince, afterId, limit }) {
      const soql =
        `SELECT Id, Checkr_Invitation_Id__c, Checkr_Report_Id__c FROM ${CHECK} ` +
        `WHERE Status__c IN (${STATUSES_AT_VENDOR.map(quoted).join(', ')}) AND Requested_Action__c = null ` +
        `AND Connection_Key__c = ${quoted(connectionKey)} AND LastModifiedDate < ${dateTime(untouchedSince)} ` +
        `${afterId ? `AND Id > ${quoted(afterId)} ` : ''}ORDER BY Id LIMIT ${limit}`;
      const rows = await queryAll(session, soql, openRowSchema);
      return rows.map((row) => ({
        id: row.Id,
        invitationId: row.Checkr_Invitation_Id__c ?? null,
        reportId: row.Checkr_Report_Id__c ?? null,
      }));
    },
    async createUnordered({ leadId, contactId, source, change: { reportId, ...change } }) {
      const row = { ...rowFromChange(change), Lead__c: leadId, Contact__c: contactId, Source__c: source };
      await session.request('PATCH', `/sobjects/${CHECK}/${REPORT_ID}/${encodeURIComponent(reportId)}`, row);
    },
    async write(checkId, change, besides = {}) {
      await writeParts(session, partsOf(checkId, change, besides)).catch((error: unknown) => {
        throw isRefusedByGuard(error) ? new Failure('late', 'read-before-what-is-shown', { cause: error }) : error;
      });
    },
    async note(event) {
      await session.request('POST', `/sobjects/${EVENT}`, rowFromEvent(event)).catch((error: unknown) => {
        if (!isKnownAlready(error)) throw error;
      });
    },
  };
}

function partsOf(checkId: string, change: CheckChange, { screenings = [], event }: WrittenBesides): Subrequest[] {
  const path = `/sobjects/${CHECK}/${encodeURIComponent(checkId)}`;
  const check: Subrequest = { name: 'check', method: 'PATCH', path, body: rowFromChange(change) };
  const records = screenings.map((each) => ({ attributes: { type: SCREENING }, ...rowFromScreening(checkId, each) }));
  const upsert: Subrequest = {
    name: 'screenings',
    method: 'PATCH',
    path: `/composite/sobjects/${SCREENING}/${EXTERNAL_ID}`,
    body: { allOrNone: true, records },
  };
  const audit: Subrequest[] = event
    ? [{ name: 'event', method: 'POST', path: `/sobjects/${EVENT}`, body: rowFromEvent(event) }]
    : [];
  return [check, ...(records.length > 0 ? [upsert] : []), ...audit];
}

/** One part is a call of its own; an event that is in the audit already is left out. */
async function writeParts(session: OrgSession, parts: Subrequest[]): Promise<void> {
  const [only] = parts;
  if (only && parts.length === 1) {
    await session.request(only.method, only.path, only.body);
    return;
  }
  const refusal = await writeTogether(session, parts);
  if (!refusal) return;
  if (refusal.name !== 'event' || !isKnownAlready(refusal.failure)) throw refusal.failure;
  await writeParts(
    session,
    parts.filter(({ name }) => name !== 'event'),
  );
}

function isKnownAlready(error: unknown): boolean {
  return isFailure(error, 'rejected') && error.code === 'salesforce-duplicate-value';
}

const openRowSchema = z.object({
  Id: z.string(),
  Checkr_Invitation_Id__c: z.string().nullish(),
  Checkr_Report_Id__c: z.string().nullish(),
});

/** The validation rule that guards against late writes shows its error on the field it compares. */
function isRefusedByGuard(error: unknown): boolean {
  return isFailure(error, 'rejected') && error.code === VALIDATION_REFUSED && error.fields.includes(SOURCE_READ_AT);
}

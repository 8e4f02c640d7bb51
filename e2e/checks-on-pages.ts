import type { OrgSession, Row } from '../scripts/lib/org-session.ts';
import { pollUntil } from '../scripts/lib/poll-until.ts';
import { apiRequester } from '../scripts/lib/story/api-requester.ts';
import { people, type Person } from '../scripts/lib/story/people.ts';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import { REVIEWER, type Harness } from './harness.ts';

export const PACKAGE = 'Tasker Standard';
const DEADLINE_MS = 30_000;

/** A check of a new Lead that somebody has just requested, without a browser. */
export async function requestFor(harness: Harness, person: Person, packageName = PACKAGE) {
  const session = await harness.session();
  const leadId = await harness.addLead(person.fields);
  const requester = apiRequester(session);
  await requester.openLead(leadId);
  await requester.requestByButton(packageName);
  // A new session each time: those of before end when a test moves the clock.
  const read = async () => newestCheck(await harness.session(), leadId);
  return { leadId, requester, read, checkId: String((await read())['Id']) };
}

/** A check of a new Lead, requested and applied for by that person's story, without a browser. @returns ids of both. */
export async function playUntil(
  harness: Harness,
  { person, status, packageName }: { person: Person; status: string; packageName?: string },
): Promise<{ leadId: string; checkId: string }> {
  const { leadId, checkId, requester } = await requestFor(harness, person, packageName);
  await untilShown(requester, { status: 'Invited' });
  if (status !== 'Invited') {
    await requester.applyAs(person.applicant);
    await untilShown(requester, { status });
  }
  return { leadId, checkId };
}

/** Waits until every event of the check's report was worked off: until then what a reviewer sees may be overtaken. */
export async function untilSettled(harness: Harness, checkId: string): Promise<void> {
  const reviewer = await harness.session(REVIEWER);
  const { Checkr_Report_Id__c: reportId } = await fieldsOf(reviewer, checkId, 'Checkr_Report_Id__c');
  const events = `SELECT Id FROM Background_Check_Event__c WHERE Vendor_Object_Id__c = '${String(reportId)}'`;
  await untilRows('the events of the report', async () => {
    const told = await harness.countEvents(String(reportId));
    return (await reviewer.query(events)).length >= told;
  });
}

/** The newest check of a Lead. */
export async function newestCheck(session: OrgSession, leadId: string): Promise<Row> {
  const [row] = await session.query(
    `SELECT Id, Name, Status__c, Requested_Action__c FROM Background_Check__c WHERE Lead__c = '${leadId}' ORDER BY Name DESC LIMIT 1`,
  );
  if (!row) throw new Error(`the Lead ${leadId} has no check`);
  return row;
}

/** Those fields of a check. */
export async function fieldsOf(session: OrgSession, checkId: string, ...fields: string[]): Promise<Row> {
  const [row] = await session.query(`SELECT Id, ${fields.join(', ')} FROM Background_Check__c WHERE Id = '${checkId}'`);
  if (!row) throw new Error(`there is no check ${checkId}`);
  return row;
}

/** Reads until the rows are as wanted. @throws Problem after half a minute. */
export async function untilRows<T>(what: string, read: () => Promise<T | false>): Promise<T> {
  return pollUntil(read, { what, deadlineMs: DEADLINE_MS });
}

/** A person of the demo under another name: one e-mail address, one person. `more` are fields besides. */
export function named(person: keyof typeof people, firstName: string, more: Row = {}): Person {
  const { fields, applicant } = people[person];
  const Email = fields.Email === null ? null : `${firstName}.${fields.LastName}@example.org`.toLowerCase();
  return { fields: { ...fields, FirstName: firstName, Email, ...more }, applicant: { ...applicant, firstName } };
}

/** The same person with another number on the form; its last four digits choose what the simulated Checkr finds. */
export function withSsn(person: Person, lastFour: string): Person {
  return { ...person, applicant: { ...person.applicant, ssn: `111-11-${lastFour}` } };
}

/** The page of a record. */
export const pageOf = (object: string, id: string): string => `/lightning/r/${object}/${id}/view`;

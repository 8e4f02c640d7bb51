import type { Page } from 'playwright-core';
import { pollUntil } from '../scripts/lib/poll-until.ts';
import type { Row } from '../scripts/lib/org-session.ts';
import { people, type Person } from '../scripts/lib/story/people.ts';
import { untilShown } from '../scripts/lib/story/shown-status.ts';
import type { Harness } from './harness.ts';

/** Somebody at a browser window of their own. */
export type Window = Awaited<ReturnType<Harness['openWindow']>>;

export const PACKAGE = 'Tasker Standard';
const DEADLINE_MS = 30_000;

/** Opens a page of the org as the user of the window. */
export async function openPage({ orgUrl }: Harness['stack'], page: Page, username: string, to: string): Promise<void> {
  await page.goto(`${orgUrl}/__login?${new URLSearchParams({ user: username, to })}`);
}

/** A check of a new Lead, requested and applied for by that person's story. @returns ids of Lead and check. */
export async function playUntil(
  harness: Harness,
  window: Window,
  story: { person: Person; status: string },
): Promise<{ leadId: string; checkId: string }> {
  const leadId = await harness.addLead(story.person.fields);
  await window.openLead(leadId);
  await window.requestByButton(PACKAGE);
  await untilShown(window, { status: 'Invited' });
  if (story.status !== 'Invited') {
    await window.applyAs(story.person.applicant);
    await untilShown(window, { status: story.status });
  }
  return { leadId, checkId: String((await newestCheck(harness, leadId))['Id']) };
}

/** The newest check of a Lead, as the requester may read it. */
export async function newestCheck({ session }: Harness, leadId: string): Promise<Row> {
  const [row] = await session.query(
    `SELECT Id, Name, Status__c, Requested_Action__c FROM Background_Check__c WHERE Lead__c = '${leadId}' ORDER BY Name DESC LIMIT 1`,
  );
  if (!row) throw new Error(`the Lead ${leadId} has no check`);
  return row;
}

/** Reads until the rows are as wanted. @throws Problem after half a minute. */
export async function untilRows<T>(what: string, read: () => Promise<T | false>): Promise<T> {
  return pollUntil(read, { what, deadlineMs: DEADLINE_MS });
}

/** A person of the demo under another name: one e-mail address, one person. */
export function named(person: keyof typeof people, firstName: string): Person {
  const { fields, applicant } = people[person];
  const Email = fields.Email === null ? null : `${firstName}.${fields.LastName}@example.org`.toLowerCase();
  return { fields: { ...fields, FirstName: firstName, Email }, applicant: { ...applicant, firstName } };
}

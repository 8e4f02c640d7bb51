import type { CheckChange } from '../domain/check.ts';
import { isFailure } from '../domain/failure.ts';
import type { UnorderedCheck, WrittenBesides } from '../domain/ports.ts';
import type { CheckEvent } from '../domain/check-event.ts';
import { rowFromChange, rowFromEvent, rowFromScreening } from './check-rows.ts';
import type { PartRefusal, Subrequest } from './composite.ts';
import { CHECK, EVENT, EXTERNAL_ID, REPORT_ID, SCREENING } from './names.ts';
import type { RecordWriter } from './record-writer.ts';

/** A check and what is written besides: the record first, for it is what they belong to. */
export function checkParts(
  checkId: string,
  change: CheckChange,
  { screenings = [], event }: Omit<WrittenBesides, 'adverseItems'>,
): Subrequest[] {
  const path = `/sobjects/${CHECK}/${encodeURIComponent(checkId)}`;
  const upserts = screenings.map((screening, index): Subrequest => {
    const { [EXTERNAL_ID]: externalId, ...body } = rowFromScreening(checkId, screening);
    const path = `/sobjects/${SCREENING}/${EXTERNAL_ID}/${encodeURIComponent(String(externalId))}`;
    return { name: `screening_${index}`, method: 'PATCH', path, body };
  });
  const check: Subrequest = { name: 'check', method: 'PATCH', path, body: rowFromChange(change) };
  return [check, ...upserts, ...(event ? [eventPart(event)] : [])];
}

/** A check that is made once only, by the id of its report. */
export function unorderedPart({
  leadId,
  contactId,
  source,
  change: { reportId, ...change },
}: UnorderedCheck): Subrequest {
  const path = `/sobjects/${CHECK}/${REPORT_ID}/${encodeURIComponent(reportId)}`;
  const body = { ...rowFromChange(change), Lead__c: leadId, Contact__c: contactId, Source__c: source };
  return { name: 'check', method: 'PATCH', path, body };
}

/** A row of the audit. */
export function eventPart(event: CheckEvent): Subrequest {
  return { name: 'event', method: 'POST', path: `/sobjects/${EVENT}`, body: rowFromEvent(event) };
}

/** What parts that take a row away are named by. */
export const GONE = 'gone';

/** Writes the parts; what is as it should be already is left out. @throws Failure what the first refused part says. */
export async function writeParts(write: RecordWriter, parts: Subrequest[]): Promise<void> {
  const refusal = await write(parts);
  if (!refusal) return;
  if (!isKnownEvent(refusal) && !isGoneAlready(refusal)) throw refusal.failure;
  const rest = parts.filter(({ name }) => name !== refusal.name);
  if (rest.length > 0) await writeParts(write, rest);
}

/** An event that is in the audit already. */
export function isKnownEvent({ name, failure }: PartRefusal): boolean {
  return name === 'event' && isFailure(failure, 'rejected') && failure.code === 'salesforce-duplicate-value';
}

/** Somebody else took the row away meanwhile. */
function isGoneAlready({ name, failure }: PartRefusal): boolean {
  return name.startsWith(GONE) && isFailure(failure, 'not-found');
}

import { callOrg } from 'page/http';

import type { RecordRepresentation } from './recordTypes';

/** What one `getRecord` asks for; equal queries share one answer. */
export interface RecordQuery {
  recordId: string;
  fields: string[];
  optionalFields: string[];
}

const FRESH_MS = 30_000;
const answers = new Map<string, { at: number; record: Promise<RecordRepresentation> }>();
const watchers = new Map<() => void, string>();

/** The record, from the cache while it is fresh. */
export function readRecord(query: RecordQuery): Promise<RecordRepresentation> {
  const key = keyOf(query);
  const known = answers.get(key);
  if (known && Date.now() - known.at < FRESH_MS) return known.record;
  const record = callOrg<RecordRepresentation>('GET', pathOf(query));
  answers.set(key, { at: Date.now(), record });
  record.catch(() => answers.delete(key));
  return record;
}

/** Calls `changed` whenever the record of that id was written or is said to have changed; returns the way to stop. */
export function watchRecord(recordId: string, changed: () => void): () => void {
  watchers.set(changed, recordId.slice(0, 15));
  return () => watchers.delete(changed);
}

/** Forgets the records and tells everybody who shows one. */
export function recordsChanged(recordIds: string[]): void {
  const ids = new Set(recordIds.map((id) => id.slice(0, 15)));
  for (const key of answers.keys()) if (ids.has(key.slice(0, 15))) answers.delete(key);
  for (const [changed, recordId] of watchers) if (ids.has(recordId)) changed();
}

/** Name of the window event after each record written from this page. */
export const RECORD_WRITTEN = 'page-recordwritten';

/** Tells lists that they may be out of date. */
export function announceWrite(): void {
  window.dispatchEvent(new CustomEvent(RECORD_WRITTEN));
}

function keyOf({ recordId, fields, optionalFields }: RecordQuery): string {
  return `${recordId}?${[...fields].sort().join()}&${[...optionalFields].sort().join()}`;
}

function pathOf({ recordId, fields, optionalFields }: RecordQuery): string {
  const query = new URLSearchParams();
  if (fields.length > 0) query.set('fields', fields.join());
  if (optionalFields.length > 0) query.set('optionalFields', optionalFields.join());
  return `/ui-api/records/${encodeURIComponent(recordId)}?${query}`;
}

import { callOrg } from 'page/http';

import { announceWrite, recordsChanged } from './recordCache';
import type { RecordRepresentation } from './recordTypes';

export { RECORD_WRITTEN } from './recordCache';
export { getFieldDisplayValue, getFieldValue } from './fieldValue';
export { getRecord, type RecordResult } from './getRecord';
export type { FieldReference, FieldRepresentation, RecordRepresentation } from './recordTypes';

type FieldValues = Record<string, string | number | boolean | null | undefined>;

export interface RecordInput {
  apiName?: string;
  fields: FieldValues;
}

/** Creates a record; rejects with a FetchError whose body lists record and field errors. */
export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  const record = await callOrg<RecordRepresentation>('POST', '/ui-api/records', input);
  announceWrite();
  return record;
}

/** Writes the fields of the record named by `fields.Id`; every `getRecord` that shows it gives the new values. */
export async function updateRecord(input: RecordInput): Promise<RecordRepresentation> {
  const { Id: id, ...fields } = input.fields;
  if (typeof id !== 'string') throw new Error('updateRecord needs fields.Id');
  const record = await callOrg<RecordRepresentation>('PATCH', `/ui-api/records/${encodeURIComponent(id)}`, { fields });
  recordsChanged([id]);
  announceWrite();
  return record;
}

/** Deletes the record. */
export async function deleteRecord(recordId: string): Promise<void> {
  await callOrg('DELETE', `/ui-api/records/${encodeURIComponent(recordId)}`);
  recordsChanged([recordId]);
  announceWrite();
}

/** Says that records were changed by other means; whoever shows them reads them again. */
export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void> {
  recordsChanged(records.map(({ recordId }) => recordId));
  return Promise.resolve();
}

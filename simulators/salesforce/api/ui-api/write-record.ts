import { z } from 'zod';

import { ApiError } from '../../database/api-error.ts';
import type { RunningUser, SObject } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import type { SaveResult } from '../../save-model.ts';
import { objectOfId } from './read-record.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const fields = z.record(z.string(), value);

/** Body of `POST records`. */
export const createBody = z.object({ apiName: z.string(), fields, allowSaveOnDuplicate: z.boolean().optional() });

/** Body of `PATCH records/:id`. */
export const updateBody = z.object({
  fields,
  apiName: z.null().optional(),
  allowSaveOnDuplicate: z.boolean().optional(),
});

/** A refused write: the errors as the database gave them, and the object they are about. */
export class RecordError extends Error {
  readonly object: string;
  readonly errors: SaveResult['errors'];

  constructor(object: string, errors: SaveResult['errors']) {
    super('An error occurred while trying to update the record. Please try again.');
    this.name = 'RecordError';
    this.object = object;
    this.errors = errors;
  }
}

/** Creates one record; gives its id. @throws RecordError, ApiError */
export function createOne({ org, user }: { org: Org; user: RunningUser }, object: string, row: SObject): string {
  return idOf(object, org.insertAs(user, object, [row], { allOrNone: true }));
}

/** Writes fields of one record. @throws RecordError, ApiError; 412 when it was changed after `unmodifiedSince`. */
export function updateOne(
  { org, user }: { org: Org; user: RunningUser },
  id: string,
  change: { fields: SObject; unmodifiedSince: string | undefined },
): void {
  const object = objectOfId(org, id).name;
  refuseStale({ org, user }, id, change.unmodifiedSince);
  idOf(object, org.updateAs(user, object, [{ ...change.fields, Id: id }], { allOrNone: true }));
}

/** Deletes one record. @throws RecordError, ApiError */
export function deleteOne({ org, user }: { org: Org; user: RunningUser }, id: string): void {
  const object = objectOfId(org, id).name;
  idOf(object, org.deleteAs(user, object, [id]));
}

function idOf(object: string, [result]: SaveResult[]): string {
  if (result && result.errors.length > 0) throw new RecordError(object, result.errors);
  return result?.id ?? '';
}

function refuseStale(
  { org, user }: { org: Org; user: RunningUser },
  id: string,
  unmodifiedSince: string | undefined,
): void {
  if (!unmodifiedSince) return;
  const row = org.transact(user, (transaction) => transaction.read(objectOfId(org, id).name, id));
  const changed = Date.parse(String(row?.['LastModifiedDate'] ?? ''));
  if (!(changed > Date.parse(unmodifiedSince))) return;
  throw new ApiError(
    412,
    'PRECONDITION_FAILED',
    'The record was changed by somebody else. Load it again and repeat your change.',
  );
}

import { z } from 'zod';
import { ApiError } from '../../database/api-error.ts';
import { parsedBody } from '../json-body.ts';

const bodySchema = z.object({
  allOrNone: z.boolean().default(false),
  records: z.array(z.looseObject({ attributes: z.object({ type: z.string() }) })),
});

export type CollectionBody = z.infer<typeof bodySchema>;

const MAX_RECORDS = 200;

/** The body of a collections call. @throws ApiError 400 when it is malformed or has more than 200 records. */
export function collectionBody(body: unknown): CollectionBody {
  const parsed = parsedBody(bodySchema, body);
  checkCount(parsed.records.length);
  return parsed;
}

/** @throws ApiError 400 */
export function checkCount(count: number): void {
  if (count <= MAX_RECORDS) return;
  const message = `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`;
  throw new ApiError(400, 'EXCEEDED_ID_LIMIT', message);
}

import { z } from 'zod';
import { ApiError } from '../../database/api-error.ts';

const bodySchema = z.object({
  allOrNone: z.boolean().default(false),
  records: z.array(z.looseObject({ attributes: z.object({ type: z.string() }) })),
});

export type CollectionBody = z.infer<typeof bodySchema>;

const MAX_RECORDS = 200;

/** The body of a collections call. @throws ApiError 400 when it is malformed or has more than 200 records. */
export function collectionBody(body: unknown): CollectionBody {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw new ApiError(400, 'JSON_PARSER_ERROR', z.prettifyError(parsed.error));
  checkCount(parsed.data.records.length);
  return parsed.data;
}

/** @throws ApiError 400 */
export function checkCount(count: number): void {
  if (count <= MAX_RECORDS) return;
  const message = `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`;
  throw new ApiError(400, 'EXCEEDED_ID_LIMIT', message);
}

import { z } from 'zod';
import { failureFromError } from './failures.ts';

/** What rows that only failed because another did are answered with. */
export const HALTED = 'PROCESSING_HALTED';

const errorSchema = z.object({ statusCode: z.string(), message: z.string(), fields: z.array(z.string()).nullish() });

/** What a call about several rows answers: one result for each. */
export const rowResultsSchema = z.array(z.object({ success: z.boolean(), errors: z.array(errorSchema) }));

/** The first row that was refused for its own sake, in the words of a call's error; null when none was. */
export function refusedRow(rows: z.infer<typeof rowResultsSchema>) {
  const refused = rows
    .flatMap(({ success, errors }) => (success ? [] : errors))
    .find(({ statusCode }) => statusCode !== HALTED);
  return refused ? { errorCode: refused.statusCode, message: refused.message, fields: refused.fields ?? [] } : null;
}

/** @throws Failure for the row that was refused, if one was. */
export function refuseRefusedRow(answer: unknown): void {
  const refused = refusedRow(rowResultsSchema.parse(answer));
  if (refused) throw failureFromError(refused);
}

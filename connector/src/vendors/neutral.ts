import { z } from 'zod';
import type { VendorFormat, VendorResult, VendorScreening } from '../domain/vendor-result.ts';

const RESULTS = { clear: 'Clear', consider: 'Consider', adverse: 'Adverse', incomplete: 'Incomplete' } as const;
const SCREENING_STATUSES = {
  pending: 'Pending',
  in_progress: 'Pending',
  completed: 'Complete',
  canceled: 'Canceled',
} as const;
const MOST_SCREENINGS = 100;
/** What the summary of a check, and of a screening, may hold. Words beyond it are cut, results never are. */
const SUMMARY_LENGTH = 4000;
const SCREENING_SUMMARY_LENGTH = 255;

const resultWord = z.enum(['clear', 'consider', 'adverse', 'incomplete']);
const dateTime = z.iso.datetime({ offset: true });
/** A screening may be sent as its result alone: `"criminal": "clear"`. */
const screeningSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { result: value } : value),
  z.object({
    status: z.enum(['pending', 'in_progress', 'completed', 'canceled']).nullish(),
    result: resultWord.nullish(),
    summary: z.string().nullish(),
    completed_at: dateTime.nullish(),
    record_count: z.number().int().min(0).max(999_999).nullish(),
  }),
);
const messageSchema = z
  .object({
    external_id: z.string().min(1).max(64),
    status: z.enum(['in_progress', 'completed']),
    result: resultWord.nullish(),
    result_summary: z.string().nullish(),
    result_details: z.record(z.string().min(1).max(80), screeningSchema).nullish(),
    estimated_days: z.number().int().min(0).max(3650).nullish(),
    external_url: z
      .url({ protocol: /^https$/, error: 'must be an https address' })
      .max(255)
      .nullish(),
    completed_at: dateTime.nullish(),
  })
  .superRefine(({ status, result, result_details }, context) => {
    if (status === 'completed' && !result)
      context.addIssue({ code: 'custom', path: ['result'], message: 'must be given once status is "completed"' });
    if (Object.keys(result_details ?? {}).length > MOST_SCREENINGS)
      context.addIssue({ code: 'custom', path: ['result_details'], message: `at most ${MOST_SCREENINGS} screenings` });
  });

/** The format of docs/vendors.md, for a vendor that writes what we ask for. */
export const neutralFormat: VendorFormat = messageSchema.transform((message): VendorResult => ({
  vendorCheckId: message.external_id,
  status: message.status,
  result: message.result ? RESULTS[message.result] : null,
  summary: cut(message.result_summary, SUMMARY_LENGTH),
  completedAt: message.completed_at ?? null,
  estimatedDays: message.estimated_days ?? null,
  reportUrl: message.external_url ?? null,
  screenings: Object.entries(message.result_details ?? {}).map(screeningOf),
}));

/** One with a result is complete, unless the vendor says otherwise. */
function screeningOf([type, screening]: [string, z.infer<typeof screeningSchema>]): VendorScreening {
  const { status, result, summary, completed_at, record_count } = screening;
  return {
    type,
    status: status ? SCREENING_STATUSES[status] : result ? 'Complete' : 'Pending',
    result: result ? RESULTS[result] : null,
    summary: cut(summary, SCREENING_SUMMARY_LENGTH),
    completedAt: completed_at ?? null,
    recordCount: record_count ?? null,
  };
}

function cut(text: string | null | undefined, length: number): string | null {
  if (!text) return null;
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

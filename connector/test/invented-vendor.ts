import { z } from 'zod';
import type { VendorFormat } from '../src/domain/vendor-result.ts';

const OUTCOMES = { PASS: 'Clear', REVIEW: 'Consider', FAIL: 'Adverse', INCONCLUSIVE: 'Incomplete' } as const;
const outcome = z.enum(['PASS', 'REVIEW', 'FAIL', 'INCONCLUSIVE']);

/** All it takes to read a vendor that nests, numbers its orders, writes its own words and counts hours. */
export const inventedFormat: VendorFormat = z
  .object({
    order: z.object({
      number: z.number().int(),
      links: z.object({ portal: z.url({ protocol: /^https$/ }) }).optional(),
    }),
    progress: z.object({ done: z.boolean(), hoursLeft: z.number().optional() }),
    verdict: z.object({ outcome, note: z.string() }).optional(),
    searches: z.array(z.object({ kind: z.string(), finished: z.boolean(), outcome: outcome.optional() })).default([]),
  })
  .refine(({ progress, verdict }) => !progress.done || verdict, { path: ['verdict'], error: 'must be given once done' })
  .transform(({ order, progress, verdict, searches }) => ({
    vendorCheckId: String(order.number),
    status: progress.done ? ('completed' as const) : ('in_progress' as const),
    result: verdict ? OUTCOMES[verdict.outcome] : null,
    summary: verdict?.note ?? null,
    completedAt: null,
    estimatedDays: progress.hoursLeft === undefined ? null : Math.ceil(progress.hoursLeft / 24),
    reportUrl: order.links?.portal ?? null,
    screenings: searches.map((search) => ({
      ...{ type: search.kind, status: search.finished ? ('Complete' as const) : ('Pending' as const) },
      ...{ result: search.outcome ? OUTCOMES[search.outcome] : null, summary: null },
      ...{ completedAt: null, recordCount: null },
    })),
  }));

import { Hono } from 'hono';
import { z } from 'zod';
import { ApiError, notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readBody } from '../http/read-body.ts';
import type { Parts } from '../parts.ts';
import { reportJson } from '../reports/report.ts';
import { CANCELLATION_REASONS } from '../screenings/cancellation-reasons.ts';
import type { CancellationReason } from '../screenings/cancellation-reasons.ts';
import { addDrugEvent } from '../screenings/details/drug-details.ts';
import { cancelScreening, finishScreening } from '../screenings/finish-screening.ts';
import type { Screening } from '../screenings/screening.ts';
import { screeningJson } from '../screenings/screening-json.ts';

const body = z.strictObject({
  status: z.enum(['pending', 'suspended', 'complete', 'canceled']).optional(),
  result: z.enum(['clear', 'consider']).optional(),
  cancellation_reason: z.enum(Object.keys(CANCELLATION_REASONS) as CancellationReason[]).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  event: z
    .strictObject({
      type: z.enum(['status_update', 'screening_scheduled', 'screening_pass_extended', 'screening_notice']),
      text: z.string(),
    })
    .optional(),
});
type Body = z.infer<typeof body>;

/** POST /screenings/:id: changes one screening now, down to single fields, and tells of its report. */
export function screeningControl(parts: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/screenings/:id', async (c) => {
    const screening = parts.store.screenings.get(c.req.param('id'));
    const report = [...parts.store.reports.values()].find((one) => one.screenings.some((other) => other === screening));
    if (!screening || !report) throw notFound();
    const asked = await readBody(c, body);
    if (asked.event && screening.type !== 'drug_screening') {
      throw new ApiError(400, 'Only a drug screening has events');
    }
    changeStatus(parts, screening, { ...asked, candidateId: report.candidate_id });
    if (asked.event) addDrugEvent(screening, asked.event, parts.timeline.stamp());
    Object.assign(screening.details, asked.details);
    parts.publish('report.updated', reportJson(report));
    return c.json(screeningJson(screening));
  });
}

function changeStatus(
  { store, timeline }: Parts,
  screening: Screening,
  { status, result, cancellation_reason, candidateId }: Body & { candidateId: string },
): void {
  const person = store.candidates.get(candidateId);
  if (status === 'canceled') return cancelScreening(screening, cancellation_reason ?? 'vendor_unable_to_complete');
  if (status === 'complete' && person) {
    return finishScreening(screening, { person, hasRecord: result === 'consider', trace: {} }, timeline);
  }
  if (status) screening.status = status;
}

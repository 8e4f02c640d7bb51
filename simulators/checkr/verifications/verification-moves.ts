import { ApiError } from '../http/api-error.ts';
import { newId } from '../ids.ts';
import type { Parts } from '../parts.ts';
import type { Report } from '../reports/report.ts';
import type { Verification } from './verification.ts';

/** Asks the candidate of a report for something. */
export function askForVerification(
  { store, timeline, publicUrl, publish }: Parts,
  report: Report,
  type: Verification['verification_type'],
): Verification {
  const id = newId();
  const verification: Verification = {
    id,
    object: 'verification',
    uri: `/v1/reports/${report.id}/verifications/${id}`,
    created_at: timeline.stamp(),
    completed_at: null,
    processed_at: null,
    verification_type: type,
    verification_url: `${publicUrl()}/verifications/${id}`,
    report_id: report.id,
  };
  store.verifications.set(id, verification);
  publish('verification.created', verification);
  return verification;
}

/** The candidate answers, or the answer has been looked at. @throws ApiError 400 when it comes twice or too early. */
export function moveVerification(
  { timeline, publish }: Parts,
  verification: Verification,
  move: 'complete' | 'process',
): void {
  const isTooEarly = move === 'process' && !verification.completed_at;
  const field = move === 'complete' ? 'completed_at' : 'processed_at';
  if (isTooEarly || verification[field]) throw new ApiError(400, `Verification can not be ${field.slice(0, -3)} now`);
  verification[field] = timeline.stamp();
  publish(`verification.${move === 'complete' ? 'completed' : 'processed'}`, verification);
}

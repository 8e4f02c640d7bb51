import type { Timeline } from '../time/timeline.ts';
import { detailsOf } from './screening-details.ts';
import type { Person } from './screening-details.ts';
import type { Screening } from './screening.ts';
import { SCREENING_TYPES } from './screening-types.ts';

/** Why a screening is canceled: Checkr's code and its words. */
const CANCELLATION_REASONS = {
  source_inaccessible_closed_court: 'Court closed or has limited access to court records',
  unable_to_fulfill_mvr: 'Unable to fulfill MVR request as data is not available',
  vendor_unable_to_complete: 'Vendor unable to complete screening',
  complete_now_customer_requested: 'Customer requested Complete Now prior to screening completion',
  candidate_withdrew_consent: 'Candidate withdrew consent',
} as const;

/** A code of the list above. */
export type CancellationReason = keyof typeof CANCELLATION_REASONS;

/** Ends a screening with what it found. */
export function finishScreening(
  screening: Screening,
  found: { person: Person; hasRecord: boolean; trace: Record<string, unknown> },
  timeline: Timeline,
): void {
  screening.status = 'complete';
  screening.completed_at = timeline.stamp();
  screening.turnaround_time = secondsBetween(screening.created_at, screening.completed_at);
  const { isPointerOnly } = SCREENING_TYPES[screening.type];
  if (!isPointerOnly) screening.result = found.hasRecord ? 'consider' : 'clear';
  screening.details = detailsOf(screening.type, found);
}

/** Ends a screening without a result. */
export function cancelScreening(screening: Screening, reason: CancellationReason): void {
  screening.status = 'canceled';
  screening.cancellation_reason = reason;
  screening.cancellation_reason_description = CANCELLATION_REASONS[reason];
}

/** Whole seconds between two stamps. */
export function secondsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000);
}

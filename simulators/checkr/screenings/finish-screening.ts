import type { Timeline } from '../time/timeline.ts';
import { CANCELLATION_REASONS } from './cancellation-reasons.ts';
import type { CancellationReason } from './cancellation-reasons.ts';
import { detailsOf } from './details/details-of.ts';
import type { Found } from './details/found.ts';
import type { Screening } from './screening.ts';
import { SCREENING_TYPES } from './screening-types.ts';

/** Ends a screening with what it found; what `found.trace` says stands over the rest of an SSN trace. */
export function finishScreening(screening: Screening, found: Omit<Found, 'at'>, timeline: Timeline): void {
  const at = timeline.stamp();
  const { isPointerOnly } = SCREENING_TYPES[screening.type];
  screening.status = 'complete';
  screening.completed_at ??= at;
  screening.turnaround_time ??= secondsBetween(screening.created_at, screening.completed_at);
  screening.cancellation_reason = null;
  screening.cancellation_reason_description = null;
  if (!isPointerOnly) screening.result = found.hasRecord ? 'consider' : 'clear';
  screening.details = { ...screening.details, ...detailsOf(screening, { ...found, at }) };
}

/** Ends a screening without a result. */
export function cancelScreening(screening: Screening, reason: CancellationReason): void {
  screening.status = 'canceled';
  screening.result = null;
  screening.cancellation_reason = reason;
  screening.cancellation_reason_description = CANCELLATION_REASONS[reason];
  if (screening.type === 'drug_screening') screening.details['disposition'] = 'canceled';
}

/** Whole seconds between two stamps. */
export function secondsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000);
}

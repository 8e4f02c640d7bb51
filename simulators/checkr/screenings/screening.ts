import type { WireObject } from '../wire-object.ts';
import { newId } from '../ids.ts';
import { SCREENING_TYPES } from './screening-types.ts';
import type { ScreeningType } from './screening-types.ts';

/** A screening as the simulator keeps it; `details` are the fields only its kind has. */
export interface Screening {
  id: string;
  type: ScreeningType;
  status: 'pending' | 'complete' | 'suspended' | 'canceled';
  result: 'clear' | 'consider' | null;
  created_at: string;
  completed_at: string | null;
  turnaround_time: number | null;
  cancellation_reason: string | null;
  cancellation_reason_description: string | null;
  details: Record<string, unknown>;
}

/** A screening that has just begun. */
export function createScreening(type: ScreeningType, createdAt: string): Screening {
  return {
    id: newId(),
    type,
    status: 'pending',
    result: null,
    created_at: createdAt,
    completed_at: null,
    turnaround_time: null,
    cancellation_reason: null,
    cancellation_reason_description: null,
    details: {},
  };
}

/** The screening as the API shows it. */
export function screeningJson(screening: Screening): WireObject {
  return {
    id: screening.id,
    object: screening.type,
    uri: `/v1/${SCREENING_TYPES[screening.type].plural}/${screening.id}`,
    status: screening.status,
    result: screening.result,
    assessment: null,
    created_at: screening.created_at,
    completed_at: screening.completed_at,
    turnaround_time: screening.turnaround_time,
    cancellation_reason: screening.cancellation_reason,
    cancellation_reason_description: screening.cancellation_reason_description,
    ...screening.details,
  };
}

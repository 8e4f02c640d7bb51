import { newId, newInternationalId } from '../ids.ts';
import { kindOf } from './screening-types.ts';
import type { ScreeningType } from './screening-types.ts';

/** A screening as the simulator keeps it; `details` are the fields only its kind has. */
export interface Screening {
  id: string;
  type: ScreeningType;
  status: 'pending' | 'complete' | 'suspended' | 'canceled';
  result: 'clear' | 'consider' | null;
  assessment: 'eligible' | 'review' | 'escalated' | null;
  created_at: string;
  completed_at: string | null;
  turnaround_time: number | null;
  cancellation_reason: string | null;
  cancellation_reason_description: string | null;
  details: Record<string, unknown>;
}

/** A screening that has just begun; `details` are what its kind shows from the start. */
export function createScreening(type: ScreeningType, createdAt: string, details: Record<string, unknown>): Screening {
  return {
    id: kindOf(type).isInternational ? newInternationalId() : newId(),
    type,
    status: 'pending',
    result: null,
    assessment: null,
    created_at: createdAt,
    completed_at: null,
    turnaround_time: null,
    cancellation_reason: null,
    cancellation_reason_description: null,
    details,
  };
}

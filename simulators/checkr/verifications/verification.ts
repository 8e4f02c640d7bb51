import { z } from 'zod';
import type { WireObject } from '../wire-object.ts';

/** What a candidate can be asked for. */
export const verificationType = z.enum([
  'candidate_employment_history',
  'driver_license',
  'driver_license_history',
  'education',
  'id',
  'id_document',
  'license_document',
  'passport_document',
  'previous_license_document',
  'ssn_confirmation',
  'ssn_document',
  'matrix',
  'consent',
]);

/** A request to the candidate to show or to confirm something; null stamps have not come yet. */
export interface Verification extends WireObject {
  created_at: string;
  completed_at: string | null;
  processed_at: string | null;
  verification_type: z.infer<typeof verificationType>;
  verification_url: string;
  report_id: string;
}

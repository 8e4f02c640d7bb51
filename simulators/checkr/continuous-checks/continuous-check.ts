import type { WorkLocation } from '../candidates/candidate.ts';

/** A candidate who is watched. */
export interface ContinuousCheck {
  id: string;
  object: 'continuous_check';
  type: 'criminal' | 'mvr';
  created_at: string;
  candidate_id: string;
  node: string | null;
  work_locations: WorkLocation[];
}

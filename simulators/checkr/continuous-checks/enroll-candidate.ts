import type { Candidate, WorkLocation } from '../candidates/candidate.ts';
import { ApiError } from '../http/api-error.ts';
import { newId } from '../ids.ts';
import { refuseWithoutNode } from '../nodes/stamps-of-node.ts';
import type { Parts } from '../parts.ts';
import type { ContinuousCheck } from './continuous-check.ts';

/** Has a candidate watched from now on. @throws ApiError 400, 422 while no SSN trace of the candidate is complete. */
export function enrollCandidate(
  { store, timeline }: Parts,
  candidate: Candidate,
  body: { type: string; node?: string | undefined; work_locations?: WorkLocation[] | undefined },
): ContinuousCheck {
  const { type } = body;
  if (type !== 'criminal' && type !== 'mvr') throw new ApiError(400, 'type does not have a valid value');
  refuseWithoutNode(store, body);
  const screenings = candidate.report_ids.flatMap((id) => store.reports.get(id)?.screenings ?? []);
  if (!screenings.some((screening) => screening.type === 'ssn_trace' && screening.status === 'complete')) {
    throw new ApiError(422, 'Candidate must have a completed SSN trace');
  }
  const check: ContinuousCheck = {
    id: newId(),
    object: 'continuous_check',
    type,
    created_at: timeline.stamp(),
    candidate_id: candidate.id,
    node: body.node ?? null,
    work_locations: body.work_locations ?? [],
  };
  store.continuousChecks.set(check.id, check);
  return check;
}

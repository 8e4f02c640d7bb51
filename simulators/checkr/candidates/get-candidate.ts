import { ApiError } from '../http/api-error.ts';
import type { Store } from '../store.ts';
import type { Candidate } from './candidate.ts';

/** The candidate of that id. @throws ApiError 404 */
export function getCandidate({ candidates }: Pick<Store, 'candidates'>, id: string): Candidate {
  const candidate = candidates.get(id);
  if (!candidate) throw new ApiError(404, 'Candidate not found');
  return candidate;
}

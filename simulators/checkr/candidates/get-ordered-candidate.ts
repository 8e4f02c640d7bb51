import { ApiError } from '../http/api-error.ts';
import type { Store } from '../store.ts';
import type { Candidate } from './candidate.ts';
import { getCandidate } from './get-candidate.ts';

/** The candidate an order names. @throws ApiError 403 when the account may not order, 404 without such a candidate. */
export function getOrderedCandidate(store: Store, id: string): Candidate {
  if (!store.account.authorized) throw new ApiError(403, 'Sorry, your account is not approved for production');
  return getCandidate(store, id);
}

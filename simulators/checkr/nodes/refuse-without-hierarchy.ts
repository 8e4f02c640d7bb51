import { ApiError } from '../http/api-error.ts';
import type { Store } from '../store.ts';

/** Lets only an account with nodes past. @throws ApiError 403 */
export function refuseWithoutHierarchy({ account }: Store): void {
  if (!account.segmentation_enabled) throw new ApiError(403, 'Sorry, your account is not enabled for Hierarchy');
}

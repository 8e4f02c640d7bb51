import { ApiError } from '../http/api-error.ts';
import type { Store } from '../store.ts';
import type { Package } from './package.ts';

/** The package of that slug. @throws ApiError 404 */
export function getPackage(store: Store, slug: string): Package {
  const found = store.packages.find((one) => one.slug === slug && one.deleted_at === null);
  if (!found) throw new ApiError(404, 'Package not found');
  return found;
}

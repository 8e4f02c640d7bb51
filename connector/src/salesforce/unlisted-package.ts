import type { CheckChange } from '../domain/check.ts';
import { isFailure } from '../domain/failure.ts';

/**
 * Writes a change, without its package where the org does not list that one: Checkr never lists those of continuous
 * checks, and a new one is here the next day at the latest. A result is worth more than the name of its package.
 */
export async function writeUnlistedToo<Change extends CheckChange>(
  change: Change,
  write: (change: Change) => Promise<void>,
): Promise<void> {
  try {
    await write(change);
  } catch (error) {
    if (change.packageSlug === undefined || !isUnknownReference(error)) throw error;
    const withoutPackage = { ...change };
    delete withoutPackage.packageSlug;
    await write(withoutPackage);
  }
}

/** The package is the only record a change refers to by an external id; a missing right is worded otherwise. */
function isUnknownReference(error: unknown): boolean {
  if (!isFailure(error, 'rejected') || error.code !== 'salesforce-invalid-field') return false;
  return error.vendorWords.some((words) => /^Foreign key external ID: .* not found/.test(words));
}

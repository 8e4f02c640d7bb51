import { Failure } from '../domain/failure.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { PackageRecords } from '../domain/ports.ts';

/**
 * Brings the org's list of packages in line with what this Checkr account can order. @throws Failure `unavailable` when
 * Checkr lists none: an account without packages orders nothing, so that is an answer gone wrong.
 */
export async function syncPackages(deps: {
  checkr: Pick<Checkr, 'listPackages'>;
  packages: PackageRecords;
}): Promise<void> {
  const packages = await deps.checkr.listPackages();
  if (packages.length === 0) throw new Failure('unavailable', 'checkr-lists-no-packages');
  await deps.packages.replaceAll(packages);
}

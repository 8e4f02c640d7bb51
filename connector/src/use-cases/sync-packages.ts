import type { Checkr, PackageRecords } from '../domain/ports.ts';

/** Brings the org's list of packages in line with what this Checkr account can order. */
export async function syncPackages(deps: {
  checkr: Pick<Checkr, 'listPackages'>;
  packages: PackageRecords;
}): Promise<void> {
  await deps.packages.replaceAll(await deps.checkr.listPackages());
}

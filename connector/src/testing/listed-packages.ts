import type { CheckChange } from '../domain/check.ts';

/** What the org of most tests lists; as in Checkr's own lists, no package of a continuous check is among them. */
const LISTED_PACKAGES: readonly (string | undefined)[] = [
  'tasker_standard',
  'tasker_pro',
  'driver_standard',
  'driver_pro',
];

/** As the org takes it: without a package it does not list. */
export function asListed<C extends CheckChange>(change: C): C {
  const listed = { ...change };
  if (!LISTED_PACKAGES.includes(change.packageSlug)) delete listed.packageSlug;
  return listed;
}

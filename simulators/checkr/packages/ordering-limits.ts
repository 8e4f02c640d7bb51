import { kindOf } from '../screenings/screening-types.ts';
import type { Package } from './package.ts';

const BY_INVITATION_ONLY = new Set<string>(['education_verification', 'employment_verification']);

/** Tells whether a package is for people who work outside the US. */
export function isInternational(ordered: Pick<Package, 'screenings'>): boolean {
  return ordered.screenings.some((screening) => kindOf(screening.type).isInternational);
}

/** Tells whether Checkr takes this package on an invitation only, because the applicant has to add to it. */
export function isByInvitationOnly(ordered: Pick<Package, 'screenings'>): boolean {
  return isInternational(ordered) || ordered.screenings.some((screening) => BY_INVITATION_ONLY.has(screening.type));
}

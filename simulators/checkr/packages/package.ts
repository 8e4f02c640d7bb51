import { newId, newToken } from '../ids.ts';
import type { ScreeningType } from '../screenings/screening-types.ts';
import { PACKAGE_CATALOGUE } from './package-catalogue.ts';

/** A package as Checkr shows it; `price` in US cents. */
export interface Package {
  id: string;
  object: 'package';
  uri: string;
  apply_url: string;
  created_at: string;
  deleted_at: string | null;
  name: string;
  slug: string;
  price: number;
  screenings: { type: ScreeningType; subtype: string | null }[];
}

/** The account's packages, with fresh ids. */
export function createPackages(account: { uriName: string; publicUrl: string; createdAt: string }): Package[] {
  return PACKAGE_CATALOGUE.map((entry) => {
    const id = newId();
    return {
      id,
      object: 'package' as const,
      uri: `/v1/packages/${id}`,
      apply_url: `${account.publicUrl}/apply/${account.uriName}/${newToken()}`,
      created_at: account.createdAt,
      deleted_at: null,
      ...entry,
    };
  });
}

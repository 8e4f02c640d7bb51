import { newId, newToken } from '../ids.ts';
import { PACKAGE_CATALOGUE } from './package-catalogue.ts';
import type { Package } from './package.ts';

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

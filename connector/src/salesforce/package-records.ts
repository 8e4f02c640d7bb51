import { z } from 'zod';
import type { CheckPackage } from '../domain/checkr-port.ts';
import type { PackageRecords } from '../domain/ports.ts';
import { PACKAGE, PACKAGE_SLUG, type PACKAGE_COLUMNS } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { refuseRefusedRow } from './row-results.ts';
import { queryAll } from './soql.ts';

/** What one collections call takes. */
const ROWS_PER_CALL = 200;
const NAME_LENGTH = 80;
const knownPackage = z.object({ Slug__c: z.string(), Active__c: z.boolean() });

/**
 * The package records of one org; upserts by slug, and marks which is ordered where none is named. A new one can be requested;
 * of a known one only that it can no longer: admins retire packages, and a list read every day must not undo that.
 */
export function createPackageRecords(session: OrgSession, defaultPackage: string | null): PackageRecords {
  return {
    async replaceAll(packages) {
      const listed = new Set(packages.map(({ slug }) => slug));
      const known = await queryAll(session, `SELECT ${PACKAGE_SLUG}, Active__c FROM ${PACKAGE}`, knownPackage);
      const slugs = new Set(known.map(({ Slug__c }) => Slug__c));
      const offered = packages.map((item) => ({
        ...rowFromPackage(item, defaultPackage),
        ...(slugs.has(item.slug) ? {} : { Active__c: true }),
      }));
      const gone = known
        .filter(({ Slug__c, Active__c }) => Active__c && !listed.has(Slug__c))
        .map(({ Slug__c }) => ({ Slug__c, Active__c: false, Default__c: false }));
      const rows = [...offered, ...gone];
      for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
        await upsert(session, rows.slice(start, start + ROWS_PER_CALL));
      }
    },
  };
}

async function upsert(session: OrgSession, rows: object[]): Promise<void> {
  const records = rows.map((row) => ({ attributes: { type: PACKAGE }, ...row }));
  const answer = await session.request('PATCH', `/composite/sobjects/${PACKAGE}/${PACKAGE_SLUG}`, {
    allOrNone: false,
    records,
  });
  refuseRefusedRow(answer);
}

function rowFromPackage(
  item: CheckPackage,
  defaultPackage: string | null,
): Record<Exclude<(typeof PACKAGE_COLUMNS)[number], 'Active__c'>, unknown> {
  return {
    Name: item.name.slice(0, NAME_LENGTH),
    Slug__c: item.slug,
    Price__c: item.priceCents === null ? null : item.priceCents / 100,
    Price_Currency__c: item.priceCents === null ? null : 'USD',
    Screenings__c: item.screenings.join('\n'),
    Default__c: item.slug === defaultPackage,
  };
}

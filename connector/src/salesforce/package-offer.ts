import { z } from 'zod';
import type { OfferedPackage } from '../domain/ats-order.ts';
import type { PackageOffer } from '../domain/ats-ports.ts';
import { OFFER_COLUMNS, PACKAGE } from './names.ts';
import type { OrgSession } from './org-session.ts';
import { queryAll } from './soql.ts';

const text = z.string().nullish();
const rowSchema = z.object({
  Name: z.string(),
  Slug__c: z.string(),
  Price__c: z.number().nullish(),
  Description__c: text,
  Screenings__c: text,
  Add_On__c: z.boolean(),
});

/** The active packages of one org, in the order of their names. */
export function createPackageOffer(session: OrgSession): PackageOffer {
  return {
    async listOffered() {
      const soql = `SELECT ${OFFER_COLUMNS.join(', ')} FROM ${PACKAGE} WHERE Active__c = true ORDER BY Name, Id`;
      return (await queryAll(session, soql, rowSchema)).map(offeredFrom);
    },
  };
}

function offeredFrom(row: z.infer<typeof rowSchema>): OfferedPackage {
  return {
    slug: row.Slug__c,
    name: row.Name,
    price: row.Price__c?.toFixed(2) ?? null,
    description: row.Description__c ?? null,
    screenings: (row.Screenings__c ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    isAddOn: row.Add_On__c,
  };
}

import { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import type { Org } from '../domain/ports.ts';
import type { OrgSession } from './org-session.ts';
import { queryAll } from './soql.ts';

const organizationSchema = z.object({
  Id: z.string(),
  IsSandbox: z.boolean(),
  OrganizationType: z.string().nullish(),
  TrialExpirationDate: z.string().nullish(),
});

/** What the org says of itself; asked once, for it does not change while we run. */
export function createOrg(session: OrgSession): Org {
  let facts: ReturnType<Org['getFacts']> | undefined;
  return {
    getFacts() {
      facts ??= readFacts(session).catch((error: unknown) => {
        facts = undefined;
        throw error;
      });
      return facts;
    },
  };
}

async function readFacts(session: OrgSession): ReturnType<Org['getFacts']> {
  const soql = 'SELECT Id, IsSandbox, OrganizationType, TrialExpirationDate FROM Organization';
  const [organization] = await queryAll(session, soql, organizationSchema);
  if (!organization) throw new Failure('unavailable', 'salesforce-without-organization');
  const { Id, IsSandbox, OrganizationType, TrialExpirationDate } = organization;
  return { orgId: Id, isTest: IsSandbox || OrganizationType === 'Developer Edition' || Boolean(TrialExpirationDate) };
}

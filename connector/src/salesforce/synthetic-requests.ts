import { z } from 'zod';
import { CHECK_STATUSES, type CheckStatus } from '../domain/check.ts';
import { CHECK } from './names.ts';
import type { OrgSession } from './org-session.ts';

const createdSchema = z.object({ id: z.string() });
const statusSchema = z.object({ Status__c: z.enum(CHECK_STATUSES) });

/** Asks for checks as the connector's own user, for trying the way out. */
export function createSyntheticRequests(session: OrgSession) {
  return {
    /** For a Lead or a Contact; gives the id of the check. */
    async request(personId: string): Promise<string> {
      const person = personId.startsWith('00Q') ? { Lead__c: personId } : { Contact__c: personId };
      return createdSchema.parse(await session.request('POST', `/sobjects/${CHECK}`, { ...person, Source__c: 'API' }))
        .id;
    },
    async cancel(checkId: string): Promise<void> {
      await session.request('PATCH', `/sobjects/${CHECK}/${checkId}`, { Requested_Action__c: 'Cancel' });
    },
    async statusOf(checkId: string): Promise<CheckStatus> {
      const row = await session.request('GET', `/sobjects/${CHECK}/${checkId}?fields=Status__c`);
      return statusSchema.parse(row).Status__c;
    },
  };
}

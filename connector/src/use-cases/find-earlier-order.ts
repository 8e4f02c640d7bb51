import { workLocation } from '../domain/candidate-draft.ts';
import type { Check } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import { orderTag } from '../domain/idempotency-key.ts';
import type { Invitation, Report } from '../domain/report.ts';
import type { ActionDeps } from './action-deps.ts';

/** Checkr forgets an idempotency key after 24 hours; an hour before that nothing is sent blind any more. */
const KEY_LIFETIME_MS = 23 * 60 * 60 * 1000;

/**
 * What an earlier try of this operation may have made at Checkr, found by its tag once the key no longer protects us;
 * null while it does, and when nothing was made.
 * @throws Failure `rejected` for people outside the US, whom Checkr never lists: a person has to look there.
 */
export async function findEarlierOrder(
  deps: ActionDeps,
  check: Check,
  candidateId: string,
): Promise<{ invitation?: Invitation; report?: Report } | null> {
  if (!isPastKeyLifetime(deps, check)) return null;
  const tag = orderTag(check.id, check.operation);
  const invitations = await deps.checkr.listInvitations(candidateId);
  const invitation = invitations.find(({ tags }) => tags.includes(tag));
  if (invitation) return { invitation };
  const reports = await deps.checkr.listReports(candidateId);
  const report = reports.find(({ tags }) => tags.includes(tag));
  return report ? { report } : null;
}

/** The candidate an earlier try of this operation may have made; null as above. @throws Failure as above. */
export async function findEarlierCandidate(deps: ActionDeps, check: Check, customId: string): Promise<string | null> {
  return isPastKeyLifetime(deps, check) ? deps.checkr.findCandidateByCustomId(customId) : null;
}

function isPastKeyLifetime({ now }: ActionDeps, { operationStartedAt, person }: Check): boolean {
  if (operationStartedAt === null || now() - operationStartedAt < KEY_LIFETIME_MS) return false;
  if (person && workLocation(person).country !== 'US') throw new Failure('rejected', 'order-unconfirmed');
  return true;
}

import { workLocation } from '../domain/candidate-draft.ts';
import type { Check } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import { orderTag, orderTags } from '../domain/idempotency-key.ts';
import type { Invitation, Report } from '../domain/report.ts';
import type { ActionDeps } from './action-deps.ts';

/** Checkr forgets an idempotency key after 24 hours; an hour before that nothing is sent blind any more. */
const KEY_LIFETIME_MS = 23 * 60 * 60 * 1000;

/** What was found at Checkr of a check's orders. */
interface EarlierOrder {
  invitation?: Invitation;
  report?: Report;
}

/**
 * What was ordered for this check before and never written down, found by its tag; null when nothing was. Looked for once
 * the key of this operation no longer protects us, and whenever the check was ordered by an earlier operation, whose key is
 * another: that one may have ended in an error although Checkr had made what it asked for.
 * @throws Failure `rejected` for people outside the US, whom Checkr never lists: a person has to look there.
 */
export async function findEarlierOrder(
  deps: ActionDeps,
  check: Check,
  candidateId: string,
): Promise<EarlierOrder | null> {
  const isRepeated = check.operation > 1 && check.candidateId !== null;
  if (!isRepeated && !isPastKeyLifetime(deps, check)) return null;
  refuseUnlisted(check);
  const own = orderTag(check.id, check.operation);
  const isOwn = ({ tags }: { tags: readonly string[] }) => tags.includes(own);
  const isOfCheck = ({ tags }: { tags: readonly string[] }) => tags.some((tag) => tag.startsWith(orderTags(check.id)));
  const invitations = await deps.checkr.listInvitations(candidateId);
  const invitation = invitations.find((each) => isOwn(each) || (isOfCheck(each) && isInUse(each, check)));
  if (invitation) return { invitation };
  const reports = await deps.checkr.listReports(candidateId);
  const report = reports.find((each) => isOwn(each) || (isOfCheck(each) && each.status !== 'canceled'));
  return report ? { report } : null;
}

/** The one the check has already is what it is asked to replace. */
function isInUse({ id, status }: Invitation, check: Check): boolean {
  return id !== check.invitationId && status !== 'expired';
}

/** The candidate an earlier try of this operation may have made; null as above. @throws Failure as above. */
export async function findEarlierCandidate(deps: ActionDeps, check: Check, customId: string): Promise<string | null> {
  if (!isPastKeyLifetime(deps, check)) return null;
  refuseUnlisted(check);
  return deps.checkr.findCandidateByCustomId(customId);
}

function isPastKeyLifetime({ now }: ActionDeps, { operationStartedAt }: Check): boolean {
  return operationStartedAt !== null && now() - operationStartedAt >= KEY_LIFETIME_MS;
}

function refuseUnlisted({ person }: Check): void {
  if (person && workLocation(person).country !== 'US') throw new Failure('rejected', 'order-unconfirmed');
}

import { workLocation } from '../domain/candidate-draft.ts';
import type { Check } from '../domain/check.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import { isOrderedFor, orderTag } from '../domain/idempotency-key.ts';
import type { Invitation, Report } from '../domain/report.ts';
import type { ActionDeps } from './action-deps.ts';
import { isSurelyRefused } from './refused-order.ts';

/** Checkr forgets an idempotency key after 24 hours; an hour before that nothing is sent blind any more. */
const KEY_LIFETIME_MS = 23 * 60 * 60 * 1000;

/** What was found at Checkr of a check's orders. */
export type EarlierOrder = { invitation: Invitation } | { reportId: string };

/**
 * What was ordered for this check before and never written down, found by its tag on the record's own candidate, and so
 * before another one takes that one's place; null when nothing was. Looked for once the key of this operation no longer
 * protects us, and whenever an earlier operation, whose key is another, may have ended in an error although Checkr had
 * made what it asked for.
 * @throws Failure `rejected` where Checkr lists no invitations (outside the US) and neither the record nor the audit says
 * how the earlier operation ended: a person has to look there.
 */
export async function findEarlierOrder(deps: ActionDeps, check: Check): Promise<EarlierOrder | null> {
  const { candidateId, reportId } = check;
  if (reportId) return { reportId };
  if (!candidateId || (check.operation === 1 && !isPastKeyLifetime(deps, check))) return null;
  const own = orderTag(check.id, check.operation);
  const isOwn = ({ tags }: Tagged) => tags.includes(own);
  const isOfCheck = ({ tags }: Tagged) => isOrderedFor(check.id, tags);
  const invitations = await deps.checkr.listInvitations(candidateId);
  const invitation = invitations.find((each) => isOwn(each) || (isOfCheck(each) && isInUse(each, check)));
  if (invitation) return { invitation };
  const reports = await listReports(deps, candidateId);
  const report = reports.find((each) => isOwn(each) || (isOfCheck(each) && each.status !== 'canceled'));
  if (report) return { reportId: report.id };
  if (isNamed(deps, check) || isListed(check) || (await isFirstOrder(deps, check))) return null;
  throw unconfirmed();
}

/** A candidate Checkr no longer knows has none. */
async function listReports({ checkr }: ActionDeps, candidateId: string): Promise<Report[]> {
  try {
    return await checkr.listReports(candidateId);
  } catch (error) {
    if (isFailure(error, 'not-found')) return [];
    throw error;
  }
}

type Tagged = { tags: readonly string[] };

/** The one the check has already is what it is asked to replace. */
function isInUse({ id, status }: Invitation, check: Check): boolean {
  return id !== check.invitationId && status !== 'expired';
}

/** A check that can be asked to resend names all that was made for it: where a resend is refused it is no longer invited. */
function isNamed(deps: ActionDeps, check: Check): boolean {
  return check.requestedAction === 'Resend Invitation' && !isPastKeyLifetime(deps, check);
}

/** Whether the audit says that nothing was ordered before this operation, and its own key still protects it. */
async function isFirstOrder(deps: ActionDeps, check: Check): Promise<boolean> {
  return !isPastKeyLifetime(deps, check) && (await isSurelyRefused(deps.records, check));
}

/** The candidate an earlier try of this operation may have made; null as above. @throws Failure as above. */
export async function findEarlierCandidate(deps: ActionDeps, check: Check, customId: string): Promise<string | null> {
  if (!isPastKeyLifetime(deps, check)) return null;
  if (!isListed(check)) throw unconfirmed();
  return deps.checkr.findCandidateByCustomId(customId);
}

function isPastKeyLifetime({ now }: ActionDeps, { operationStartedAt }: Check): boolean {
  return operationStartedAt !== null && now() - operationStartedAt >= KEY_LIFETIME_MS;
}

function isListed({ person }: Check): boolean {
  return !person || workLocation(person).country === 'US';
}

function unconfirmed(): Failure {
  return new Failure('rejected', 'order-unconfirmed');
}

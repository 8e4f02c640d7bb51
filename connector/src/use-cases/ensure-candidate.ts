import { candidateDraft, type CandidateDraft } from '../domain/candidate-draft.ts';
import { isSomebodyElse } from '../domain/candidate-name.ts';
import type { Check } from '../domain/check.ts';
import { connectionKey, type ConnectionProfile } from '../domain/connection.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import { idempotencyKey, orderTag } from '../domain/idempotency-key.ts';
import type { OrgFacts } from '../domain/ports.ts';
import type { ActionDeps } from './action-deps.ts';
import { findEarlierCandidate } from './find-earlier-order.ts';

/**
 * The candidate of a check: the record's own, else the one an earlier check of the same person made, else a new one.
 * Checkr wants a candidate used again rather than made twice. Gives the candidate's id, written to the record.
 */
export async function ensureCandidate(deps: ActionDeps, check: Check): Promise<string> {
  const { connection, records, org } = deps;
  if (!check.person) throw new Failure('invalid', 'check-without-person');
  const draft = candidateDraft(check.person, orderTag(check.id, check.operation));
  if (check.candidateId && check.requestedAction === 'Order') return check.candidateId;
  refuseMixedWorlds(connection, await org.getFacts());
  const candidateId = (await reuse(deps, check, draft)) ?? (await create(deps, check, draft));
  await records.write(check.id, {
    status: 'Candidate Created',
    candidateId,
    connectionKey: connectionKey(connection),
    errorCreateCandidate: null,
  });
  return candidateId;
}

/**
 * Brings a known candidate up to date; null when there is none, when Checkr no longer lets it be used, or when the record has
 * since been given to somebody else: the new person's check would be about the old one.
 */
async function reuse(deps: ActionDeps, check: Check, draft: CandidateDraft): Promise<string | null> {
  const { checkr, records, connection } = deps;
  const personId = check.person?.id ?? '';
  const known = check.candidateId ?? (await records.findCandidateOf(personId, connectionKey(connection)));
  if (!known) return null;
  try {
    const { firstName = null, lastName = null } = draft;
    if (!check.candidateId && isSomebodyElse(await checkr.getCandidateName(known), { firstName, lastName }))
      return null;
    await bringUpToDate(deps, { id: known, isOwn: check.candidateId !== null }, draft);
    return known;
  } catch (error) {
    // What an earlier report stands on cannot be changed; a report on the old birth date or number would be somebody else's.
    const isToBeMended = connection.ordering === 'report' && isUnchangeable(error);
    if (isFailure(error, 'not-found', 'rejected') && !isToBeMended) return null;
    throw error;
  }
}

/** By invitation the applicant gives all but the contact anew. A report is ordered on what Checkr holds: that must be what we hold. */
async function bringUpToDate(
  { checkr, connection }: ActionDeps,
  { id, isOwn }: { id: string; isOwn: boolean },
  draft: CandidateDraft,
): Promise<void> {
  const byInvitation = connection.ordering === 'invitation';
  try {
    await checkr.updateCandidate(id, draft, { contactOnly: byInvitation && !isOwn });
  } catch (error) {
    if (!byInvitation || !isOwn || !isUnchangeable(error)) throw error;
    await checkr.updateCandidate(id, draft, { contactOnly: true });
  }
}

function isUnchangeable(error: unknown): boolean {
  return isFailure(error, 'rejected') && error.code === 'checkr-400';
}

async function create(deps: ActionDeps, check: Check, draft: CandidateDraft): Promise<string> {
  const { connection, checkr } = deps;
  const earlier = await findEarlierCandidate(deps, check, draft.customId);
  if (earlier) return earlier;
  const order = { orgId: connection.orgId, checkId: check.id, operation: check.operation };
  return checkr.createCandidate(draft, idempotencyKey('create-candidate', order));
}

/** A test org must never order from a live account, nor a live org from a test account, nor any but the one configured. */
function refuseMixedWorlds({ mode, orgId }: ConnectionProfile, facts: OrgFacts): void {
  const { isTest } = facts;
  if (facts.orgId !== orgId) throw new Failure('invalid', 'org-not-configured');
  if (isTest && mode === 'live') throw new Failure('invalid', 'live-account-in-test-org');
  if (!isTest && mode === 'test') throw new Failure('invalid', 'test-account-in-live-org');
}

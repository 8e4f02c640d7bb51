import type { Check, CheckChange } from '../domain/check.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import type { Invitation } from '../domain/report.ts';
import type { ActionDeps } from './action-deps.ts';
import { findEarlierOrder } from './find-earlier-order.ts';
import { orderRequest, withKey } from './place-order.ts';
import { changeOfEarlier, changeOfOrdered, changeOfReport, readMade } from './read-made.ts';
import { refusable } from './refusable.ts';
import { markingRefusal, rowOfRefusal } from './refused-order.ts';

/**
 * Sends the applicant a new invitation in place of the one they have. Checkr cannot send one again, so the old one is
 * deleted first: two open ones could both become paid reports. Where it was filled in meanwhile, its report is taken.
 */
export async function resendInvitation(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  const change = await refusable({
    records: deps.records,
    check,
    onRefusal: () => changeOfRefused(deps, check),
    field: 'errorCreateInvitation',
    run: () => replace(deps, check),
    rowOf: (refusal) => rowOfRefusal(check, refusal, deps.now()),
  });
  if (!change) return 'refused';
  await deps.records.write(check.id, {
    ...change,
    requestedAction: null,
    errorCreateInvitation: null,
    errorHelp: null,
  });
  return 'done';
}

/** What may be refused for lack of certainty is refused while the applicant still has an invitation that works. */
async function replace(deps: ActionDeps, check: Check): Promise<CheckChange> {
  const { invitationId, candidateId, reportId } = check;
  if (!invitationId || !candidateId || reportId) throw new Failure('invalid', 'no-open-invitation');
  const earlier = await findEarlierOrder(deps, check);
  const old = await deletePending(deps, invitationId);
  if (old.reportId) return changeOfReport(deps, check, old.reportId);
  // Nobody sends a new one before the old one is gone.
  const tried = { isFirstTry: old.wasOpen };
  return earlier ? changeOfEarlier(deps, check, earlier) : newInvitation(deps, check, { candidateId, ...tried });
}

async function newInvitation(
  deps: ActionDeps,
  check: Check,
  { candidateId, ...tried }: { candidateId: string; isFirstTry: boolean },
): Promise<CheckChange> {
  const { checkr, connection } = deps;
  const { id } = await markingRefusal(tried, () =>
    checkr.createInvitation(
      withKey(orderRequest(connection, check, candidateId), connection, check, 'create-invitation'),
    ),
  );
  return changeOfOrdered(deps, check, await readMade(() => checkr.getInvitation(id)));
}

/**
 * A refusal leaves the check as it is, unless the old invitation is gone by then: its applicant waits for nothing, and
 * nobody can tell any more what was ordered in its place. That is an error, told to who asked, and can be resumed.
 */
async function changeOfRefused({ checkr }: ActionDeps, { invitationId, reportId }: Check): Promise<CheckChange> {
  if (!invitationId || reportId) return {};
  const left = await checkr.getInvitation(invitationId).catch((error: unknown) => {
    if (isFailure(error, 'rejected', 'not-found')) return null;
    throw error;
  });
  return left && (!isUsedUp(left) || left.reportId) ? {} : { status: 'Error', invitationUrl: null };
}

/**
 * Deletes an invitation unless it is used up; gives what it is afterwards, and whether it was open until then. Deleting
 * twice is harmless.
 * @throws Failure while it may still become a report nobody here knows of: another order would be paid for besides it.
 */
export async function deletePending(
  { checkr }: Pick<ActionDeps, 'checkr'>,
  invitationId: string,
): Promise<Invitation & { wasOpen: boolean }> {
  const invitation = await checkr.getInvitation(invitationId);
  if (isUsedUp(invitation)) return { ...invitation, wasOpen: false };
  const refusal = await checkr.deleteInvitation(invitationId).catch((error: unknown) => {
    if (isFailure(error, 'rejected', 'not-found')) return error;
    throw error;
  });
  const left = await checkr.getInvitation(invitationId);
  if (isUsedUp(left)) return { ...left, wasOpen: true };
  throw left.status === 'pending' && refusal ? refusal : new Failure('unavailable', 'checkr-read-lags');
}

function isUsedUp({ isDeleted, status, reportId }: Invitation): boolean {
  return isDeleted || status === 'expired' || reportId !== null;
}

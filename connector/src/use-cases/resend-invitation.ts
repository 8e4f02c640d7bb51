import type { Check, CheckChange } from '../domain/check.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import type { Invitation } from '../domain/report.ts';
import type { ActionDeps } from './action-deps.ts';
import { findEarlierOrder } from './find-earlier-order.ts';
import { orderRequest, withKey } from './place-order.ts';
import { changeOfOrdered, changeOfReport, readMade } from './read-made.ts';
import { refusable } from './refusable.ts';

/**
 * Sends the applicant a new invitation in place of the one they have. Checkr cannot send one again, so the old one is
 * deleted first: two open ones could both become paid reports. Where it was filled in meanwhile, its report is taken.
 */
export async function resendInvitation(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  const change = await refusable({
    records: deps.records,
    check,
    onRefusal: {},
    field: 'errorCreateInvitation',
    run: async () => {
      if (!check.invitationId || !check.candidateId || check.reportId)
        throw new Failure('invalid', 'no-open-invitation');
      const old = await deletePending(deps, check.invitationId);
      return old.reportId ? changeOfReport(deps, check, old.reportId) : newInvitation(deps, check, check.candidateId);
    },
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

async function newInvitation(deps: ActionDeps, check: Check, candidateId: string): Promise<CheckChange> {
  const { checkr, connection } = deps;
  const earlier = await findEarlierOrder(deps, check, candidateId);
  if (earlier?.report) return changeOfReport(deps, check, earlier.report.id);
  const request = withKey(orderRequest(connection, check, candidateId), connection, check, 'create-invitation');
  const { id } = earlier?.invitation ?? (await checkr.createInvitation(request));
  return changeOfOrdered(deps, check, await readMade(() => checkr.getInvitation(id)));
}

/**
 * Deletes an invitation unless it is used up; gives what it is afterwards. Deleting twice is harmless.
 * @throws Failure while it may still become a report nobody here knows of: another order would be paid for besides it.
 */
export async function deletePending({ checkr }: Pick<ActionDeps, 'checkr'>, invitationId: string): Promise<Invitation> {
  const invitation = await checkr.getInvitation(invitationId);
  if (isUsedUp(invitation)) return invitation;
  const refusal = await checkr.deleteInvitation(invitationId).catch((error: unknown) => {
    if (isFailure(error, 'rejected', 'not-found')) return error;
    throw error;
  });
  const left = await checkr.getInvitation(invitationId);
  if (isUsedUp(left)) return left;
  throw left.status === 'pending' && refusal ? refusal : new Failure('unavailable', 'checkr-read-lags');
}

function isUsedUp({ isDeleted, status, reportId }: Invitation): boolean {
  return isDeleted || status === 'expired' || reportId !== null;
}

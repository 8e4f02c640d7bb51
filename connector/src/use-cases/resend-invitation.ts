import type { Check } from '../domain/check.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import type { Invitation } from '../domain/report.ts';
import { changeFromReport } from '../domain/report-outcome.ts';
import type { ActionDeps } from './action-deps.ts';
import { findEarlierOrder } from './find-earlier-order.ts';
import { orderRequest, withKey } from './place-order.ts';
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

async function newInvitation(deps: ActionDeps, check: Check, candidateId: string) {
  const request = withKey(
    orderRequest(deps.connection, check, candidateId),
    deps.connection,
    check,
    'create-invitation',
  );
  const earlier = await findEarlierOrder(deps, check, candidateId);
  const { id, url, expiresAt } = earlier?.invitation ?? (await deps.checkr.createInvitation(request));
  return { status: 'Invited', invitationId: id, invitationUrl: url, invitationExpiresAt: expiresAt } as const;
}

async function changeOfReport({ checkr, connection }: ActionDeps, check: Check, reportId: string) {
  return {
    ...changeFromReport(await checkr.getReport(reportId), check, connection),
    reportUrl: checkr.reportUrl(reportId),
  };
}

/** Deletes an invitation unless it is used up; gives what it is afterwards. Deleting twice is harmless. */
export async function deletePending({ checkr }: Pick<ActionDeps, 'checkr'>, invitationId: string): Promise<Invitation> {
  const invitation = await checkr.getInvitation(invitationId);
  if (invitation.status !== 'pending' || invitation.isDeleted) return invitation;
  try {
    await checkr.deleteInvitation(invitationId);
  } catch (error) {
    if (!isFailure(error, 'rejected', 'not-found')) throw error;
  }
  return checkr.getInvitation(invitationId);
}

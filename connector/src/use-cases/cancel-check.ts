import type { Check, CheckChange } from '../domain/check.ts';
import { helpFor } from '../domain/error-help.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import { idempotencyKey } from '../domain/idempotency-key.ts';
import { changeFromReport } from '../domain/report-outcome.ts';
import type { ActionDeps } from './action-deps.ts';
import { findEarlierOrder } from './find-earlier-order.ts';
import { refusable } from './refusable.ts';
import { deletePending } from './resend-invitation.ts';

/**
 * Stops a check as far as Checkr lets it: an open invitation is deleted, a running report is completed with what is
 * done. What the report then says decides the status, so a check may end with a result after all. Of an order that
 * failed, what Checkr made of it all the same is stopped.
 */
export async function cancelCheck(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  const field = check.reportId ? 'errorCreateReport' : 'errorCreateInvitation';
  const change = await refusable({ records: deps.records, check, onRefusal: {}, field, run: () => stop(deps, check) });
  if (!change) return 'refused';
  await deps.records.write(check.id, { ...change, requestedAction: null, [field]: null });
  return 'done';
}

async function stop(deps: ActionDeps, check: Check): Promise<CheckChange> {
  const known = await whatToStop(deps, check);
  const invitation = known.invitationId && !known.reportId ? await deletePending(deps, known.invitationId) : null;
  const reportId = known.reportId ?? invitation?.reportId;
  if (!reportId) return { status: 'Canceled', invitationUrl: null, errorHelp: known.doubt };
  const { checkr, connection } = deps;
  await completeIfRunning(deps, check, reportId);
  return {
    ...changeFromReport(await checkr.getReport(reportId), check, connection),
    reportUrl: checkr.reportUrl(reportId),
    errorHelp: null,
  };
}

/** What is to be stopped, and in words what could not be made out. */
interface Known {
  invitationId: string | null;
  reportId: string | null;
  doubt: string | null;
}

/** An order that ended in an error may be at Checkr all the same, though the record does not name it. */
async function whatToStop(deps: ActionDeps, check: Check): Promise<Known> {
  const { invitationId, reportId } = check;
  const known = { invitationId, reportId, doubt: null };
  if (check.status !== 'Error') return known;
  try {
    const earlier = await findEarlierOrder(deps, check);
    if (!earlier) return known;
    return 'invitation' in earlier ? { ...known, invitationId: earlier.invitation.id } : { ...known, ...earlier };
  } catch (error) {
    // To give up an order needs no certainty; to say that nothing was ordered does.
    if (isFailure(error, 'invalid') || (isFailure(error) && error.code === 'order-unconfirmed'))
      return { ...known, doubt: helpFor(new Failure('rejected', 'cancel-unconfirmed')) };
    throw error;
  }
}

/** Checkr refuses to complete a report that is complete already: then there is nothing to stop. */
async function completeIfRunning(
  { checkr, connection }: ActionDeps,
  { id, operation }: Check,
  reportId: string,
): Promise<void> {
  const report = await checkr.getReport(reportId);
  if (report.status === 'complete' || report.status === 'canceled') return;
  try {
    await checkr.completeReport(
      reportId,
      idempotencyKey('complete-report', { orgId: connection.orgId, checkId: id, operation }),
    );
  } catch (error) {
    if (!isFailure(error, 'rejected')) throw error;
    const now = await checkr.getReport(reportId);
    if (now.status !== 'complete' && now.status !== 'canceled') throw error;
  }
}

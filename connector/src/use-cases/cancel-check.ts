import type { Check, CheckChange } from '../domain/check.ts';
import { isFailure } from '../domain/failure.ts';
import { idempotencyKey } from '../domain/idempotency-key.ts';
import { changeFromReport } from '../domain/report-outcome.ts';
import type { ActionDeps } from './action-deps.ts';
import { refusable } from './refusable.ts';
import { deletePending } from './resend-invitation.ts';

/**
 * Stops a check as far as Checkr lets it: an open invitation is deleted, a running report is completed with what is
 * done. What the report then says decides the status, so a check may end with a result after all.
 */
export async function cancelCheck(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  const field = check.reportId ? 'errorCreateReport' : 'errorCreateInvitation';
  const change = await refusable({ records: deps.records, check, onRefusal: {}, field, run: () => stop(deps, check) });
  if (!change) return 'refused';
  await deps.records.write(check.id, { ...change, requestedAction: null, [field]: null, errorHelp: null });
  return 'done';
}

async function stop(deps: ActionDeps, check: Check): Promise<CheckChange> {
  const invitation = check.invitationId && !check.reportId ? await deletePending(deps, check.invitationId) : null;
  const reportId = check.reportId ?? invitation?.reportId;
  if (!reportId) return { status: 'Canceled', invitationUrl: null };
  const { checkr, connection } = deps;
  await completeIfRunning(deps, check, reportId);
  return {
    ...changeFromReport(await checkr.getReport(reportId), check, connection),
    reportUrl: checkr.reportUrl(reportId),
  };
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

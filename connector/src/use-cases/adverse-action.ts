import { changeFromAdverseAction } from '../domain/adverse-action.ts';
import type { Check, CheckChange } from '../domain/check.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import { idempotencyKey } from '../domain/idempotency-key.ts';
import { changeFromReport } from '../domain/report-outcome.ts';
import type { ActionDeps } from './action-deps.ts';
import { decide } from './decide.ts';
import { readMade } from './read-made.ts';
import { refusable } from './refusable.ts';

/** A reviewer's *Initiate Adverse Action*: Checkr sends the pre-adverse notice for the cited items. */
export function initiateAdverseAction(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  return decide(deps, check, async (report) => {
    const itemIds = await deps.records.listCitedItems(check.id);
    if (itemIds.length === 0) throw new Failure('invalid', 'no-adverse-items-cited');
    const order = { orgId: deps.connection.orgId, checkId: check.id, operation: check.operation };
    try {
      const actionId = await deps.checkr.createAdverseAction({
        ...{ reportId: report.id, itemIds, postNoticeAt: check.adverseActionPostNoticeAt },
        idempotencyKey: idempotencyKey('create-adverse-action', order),
      });
      return changeFromAdverseAction(await readMade(() => deps.checkr.getAdverseAction(actionId)));
    } catch (error) {
      if (isFailure(error, 'rejected')) return changeOfRunning(deps, check, { reportId: report.id, refusal: error });
      throw error;
    }
  });
}

/**
 * Refused although it runs: an earlier try made it and its answer was lost. It must not be shown as withdrawn while notices
 * go out; its id comes with its next event. @throws the refusal when none runs.
 */
async function changeOfRunning(
  { checkr, connection }: ActionDeps,
  check: Check,
  { reportId, refusal }: { reportId: string; refusal: Failure },
): Promise<CheckChange> {
  const report = await checkr.getReport(reportId);
  if (report.adjudication !== 'pre_adverse_action') throw refusal;
  return { ...changeFromReport(report, check, connection), adverseActionStatus: 'Pending' };
}

/** *Cancel Adverse Action*: stops it before the final notice. Cancelling twice is harmless. */
export async function cancelAdverseAction(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  const { records, checkr } = deps;
  const change = await refusable({
    records,
    check,
    onRefusal: {},
    field: 'errorRetrieveReport',
    run: async () => {
      if (!check.adverseActionId) throw new Failure('invalid', 'no-adverse-action');
      const action = await checkr.getAdverseAction(check.adverseActionId);
      if (action.status !== 'Canceled') await checkr.cancelAdverseAction(action.id);
      return changeFromAdverseAction({ ...action, status: 'Canceled' });
    },
  });
  if (!change) return 'refused';
  await records.write(check.id, { ...change, requestedAction: null, errorRetrieveReport: null, errorHelp: null });
  return 'done';
}

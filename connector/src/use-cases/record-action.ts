import type { Check, CheckChange, RequestedAction } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import { inTurn } from '../domain/vendor-outcome.ts';
import type { ActionDeps } from './action-deps.ts';
import { refusable } from './refusable.ts';

const RECORDED: Partial<Record<RequestedAction, (check: Check) => CheckChange>> = {
  'Finalize Clear': (check) => decided(check, { status: 'Completed' }),
  'Initiate Adverse Action': (check) => decided(check, { status: 'Completed', adverseActionStatus: 'Complete' }),
  Cancel: () => ({ status: 'Canceled' }),
};

/**
 * What is asked for a check of another vendor: there is nobody to tell, so decisions and Cancel are recorded only, and
 * whatever would order something is refused.
 */
export async function recordAction(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  const isOrder = check.requestedAction === 'Order' || check.requestedAction === 'Resume';
  const change = await refusable({
    ...{ records: deps.records, check },
    field: isOrder ? 'errorCreateReport' : 'errorRetrieveReport',
    onRefusal: isOrder
      ? { status: 'Error', ...inTurn(deps.now(), check) }
      : { reviewDecision: null, adverseActionStatus: null },
    run: () => Promise.resolve(changeOf(check)),
  });
  if (change === null) return 'refused';
  await deps.records.write(check.id, {
    ...{ ...change, ...inTurn(deps.now(), check) },
    ...{ requestedAction: null, errorRetrieveReport: null, errorHelp: null },
  });
  return 'done';
}

function changeOf(check: Check): CheckChange {
  const { requestedAction } = check;
  const recorded = requestedAction && RECORDED[requestedAction];
  if (recorded) return recorded(check);
  throw new Failure('invalid', requestedAction === 'Cancel Adverse Action' ? 'no-adverse-action' : 'not-ordered-here');
}

/** A decision counts for what the reviewer saw, and only while the org has not withdrawn it. */
function decided(check: Check, change: CheckChange): CheckChange {
  const isOutdated = check.reviewedRevision !== null && check.reviewedRevision !== check.sourceReadAt;
  const isWithdrawn = check.reviewDecision !== check.requestedAction;
  if (isOutdated || isWithdrawn) throw new Failure('invalid', 'report-changed-since-review');
  return change;
}

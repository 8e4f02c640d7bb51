import type { Check, CheckChange } from '../domain/check.ts';
import { helpFor } from '../domain/error-help.ts';
import { idempotencyKey } from '../domain/idempotency-key.ts';
import { changeFromReport } from '../domain/report-outcome.ts';
import type { ActionDeps } from './action-deps.ts';
import { decide, outdated } from './decide.ts';
import { readUpToDate } from './read-made.ts';

/** A reviewer's *Finalize Review – Clear*: the report is engaged at Checkr, and what it then says is shown. */
export function finalizeClear(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  return decide(deps, check, async (report) => {
    const { checkr, connection } = deps;
    const order = { orgId: connection.orgId, checkId: check.id, operation: check.operation };
    if (report.adjudication !== 'engaged') await checkr.engageReport(report.id, idempotencyKey('engage-report', order));
    return withdrawnIfOutdated(changeFromReport(await readUpToDate(deps, check, report.id), check, connection));
  });
}

/** Revised between the last look and the engaging, it was engaged for what nobody saw: the reviewer has to decide again. */
function withdrawnIfOutdated(change: CheckChange): CheckChange {
  if (change.status !== 'Review Required' || change.adjudication !== 'Engaged') return change;
  const help = helpFor(outdated(), 'decision');
  return { ...change, reviewDecision: null, errorRetrieveReport: help, errorHelp: help };
}

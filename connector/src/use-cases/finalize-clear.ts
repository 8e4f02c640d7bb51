import type { Check } from '../domain/check.ts';
import { idempotencyKey } from '../domain/idempotency-key.ts';
import { changeFromReport } from '../domain/report-outcome.ts';
import type { ActionDeps } from './action-deps.ts';
import { decide } from './decide.ts';
import { readUpToDate } from './read-made.ts';

/** A reviewer's *Finalize Review – Clear*: the report is engaged at Checkr, and what it then says is shown. */
export function finalizeClear(deps: ActionDeps, check: Check): Promise<'done' | 'refused'> {
  return decide(deps, check, async (report) => {
    const { checkr, connection } = deps;
    const order = { orgId: connection.orgId, checkId: check.id, operation: check.operation };
    if (report.adjudication !== 'engaged') await checkr.engageReport(report.id, idempotencyKey('engage-report', order));
    return changeFromReport(await readUpToDate(deps, check, report.id), check, connection);
  });
}

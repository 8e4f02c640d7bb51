import type { Check, CheckChange } from '../domain/check.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckRecords } from '../domain/ports.ts';

interface KeepItemsDeps {
  checkr: Pick<Checkr, 'listAdverseItems'>;
  records: Pick<CheckRecords, 'replaceAdverseItems'>;
}

/** Reviewers see what may be cited from the moment a review begins until it ends; nobody keeps it after that. */
export async function keepAdverseItems(
  { checkr, records }: KeepItemsDeps,
  check: Pick<Check, 'id' | 'status'>,
  change: CheckChange,
): Promise<void> {
  if (change.status === undefined) return;
  const wasInReview = check.status === 'Review Required';
  const isInReview = change.status === 'Review Required';
  if (isInReview && !wasInReview && change.result === 'Consider' && change.reportId) {
    await records.replaceAdverseItems(check.id, await checkr.listAdverseItems(change.reportId));
  }
  if (wasInReview && !isInReview) await records.replaceAdverseItems(check.id, []);
}

/** Records that do so whenever this check is written. For one action. */
export function keepingAdverseItems(
  deps: Pick<KeepItemsDeps, 'checkr'> & { records: CheckRecords },
  { id, status }: Check,
): CheckRecords {
  const shown = { id, status };
  return {
    ...deps.records,
    async write(checkId, change, besides) {
      if (checkId === id) await keepAdverseItems(deps, shown, change);
      await deps.records.write(checkId, change, besides);
      if (checkId === id) shown.status = change.status ?? shown.status;
    },
  };
}

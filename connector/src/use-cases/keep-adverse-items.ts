import type { AdverseItem } from '../domain/adverse-action.ts';
import type { Check, CheckChange } from '../domain/check.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckRecords } from '../domain/ports.ts';

type ItemsDeps = { checkr: Pick<Checkr, 'listAdverseItems'> };

/**
 * Reviewers see what may be cited from the moment a review begins until it ends; nobody keeps it after that. Gives what is
 * to be written together with the change; nothing where it stays as it is.
 */
export async function itemsToKeep(
  { checkr }: ItemsDeps,
  check: Pick<Check, 'status'>,
  change: CheckChange,
): Promise<{ adverseItems?: AdverseItem[] }> {
  if (change.status === undefined) return {};
  const wasInReview = check.status === 'Review Required';
  const isInReview = change.status === 'Review Required';
  if (isInReview && !wasInReview && change.result === 'Consider' && change.reportId)
    return { adverseItems: await checkr.listAdverseItems(change.reportId) };
  return wasInReview && !isInReview ? { adverseItems: [] } : {};
}

/** Records that do so whenever this check is written. For one action. */
export function keepingAdverseItems(deps: ItemsDeps & { records: CheckRecords }, { id, status }: Check): CheckRecords {
  const shown = { status };
  return {
    ...deps.records,
    async write(checkId, change, besides) {
      if (checkId !== id) return deps.records.write(checkId, change, besides);
      await deps.records.write(id, change, { ...besides, ...(await itemsToKeep(deps, shown, change)) });
      shown.status = change.status ?? shown.status;
    },
  };
}

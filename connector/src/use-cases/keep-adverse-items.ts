import type { Check, CheckChange } from '../domain/check.ts';
import type { CheckRecords, Checkr } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';

interface KeepItemsDeps {
  checkr: Pick<Checkr, 'listAdverseItems'>;
  records: Pick<CheckRecords, 'replaceAdverseItems'>;
}

/** Reviewers see what may be cited from the moment a review begins until it ends; nobody keeps it after that. */
export async function keepAdverseItems(
  { checkr, records }: KeepItemsDeps,
  check: Check,
  { report, change }: { report: Report; change: CheckChange },
): Promise<void> {
  const wasInReview = check.status === 'Review Required';
  const isInReview = change.status === 'Review Required';
  if (isInReview && !wasInReview && change.result === 'Consider') {
    await records.replaceAdverseItems(check.id, await checkr.listAdverseItems(report.id));
  }
  if (wasInReview && !isInReview) await records.replaceAdverseItems(check.id, []);
}

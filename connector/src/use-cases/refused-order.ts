import type { Check } from '../domain/check.ts';
import type { CheckEvent } from '../domain/check-event.ts';
import { Failure, isFailure } from '../domain/failure.ts';
import type { CheckRecords } from '../domain/ports.ts';

const NOTHING_ORDERED = 'nothing-ordered';
/** Checkr's word for what it takes for a duplicate: the first one may be ours. */
const DUPLICATE = 'checkr-409';

/**
 * Runs a step up to and with the order itself, and marks a refusal that leaves no doubt. Where an earlier try of the same
 * operation came as far there is always one: it may have been taken although its answer was lost.
 */
export async function markingRefusal<T>({ isFirstTry }: { isFirstTry: boolean }, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isFirstTry || !isFailure(error, 'invalid', 'rejected', 'not-found') || error.code === DUPLICATE) throw error;
    const { kind, code, vendorWords, fields } = error;
    throw new Failure(kind, code, { vendorWords: [...vendorWords], fields: [...fields], because: NOTHING_ORDERED });
  }
}

/** The row of the audit that says so for good; null where it is not certain. */
export function rowOfRefusal({ id, operation }: Check, refusal: Failure, now: number): CheckEvent | null {
  if (refusal.because !== NOTHING_ORDERED) return null;
  return {
    ...{ sourceEventId: refusalId(id, operation), type: 'order.refused', checkId: id },
    ...{ source: 'Connector', direction: 'Outbound', outcome: 'Applied' },
    ...{ reason: null, summary: 'The order was refused. Nothing was ordered, so it can be resumed.' },
    ...{ vendorObjectId: null, vendorParentId: null, occurredAt: null, receivedAt: new Date(now).toISOString() },
    ...{ durationMs: null, payloadSha256: null },
  };
}

/** Whether it is certain that nothing was ordered for a check before this operation. */
export async function isSurelyRefused(
  records: Pick<CheckRecords, 'listNoted'>,
  { id, operation }: Check,
): Promise<boolean> {
  return (await records.listNoted([refusalId(id, operation - 1)])).length > 0;
}

function refusalId(checkId: string, operation: number): string {
  return `refused-${checkId}-${operation}`;
}

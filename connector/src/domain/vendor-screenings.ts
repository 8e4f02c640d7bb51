import type { Check } from './check.ts';
import type { Screening } from './screening.ts';
import type { VendorResult, VendorScreening } from './vendor-result.ts';
import { worstOf } from './worst-result.ts';

/** What the org shows of a screening already. */
export type StoredScreening = Pick<Screening, 'externalId' | 'status' | 'result'>;

/**
 * The screenings of a message as they are to be shown. What is complete does not become pending again and a result does
 * not get better, in whatever order messages come; what is older than what is shown is left out.
 */
export function newScreenings(
  { screenings }: VendorResult,
  { check, stored }: { check: Pick<Check, 'externalId'>; stored: readonly StoredScreening[] },
): Screening[] {
  return screenings.flatMap((each) => {
    const externalId = `${check.externalId}:${each.type}`;
    const known = stored.find((one) => one.externalId === externalId);
    const result = worstOf([known?.result ?? null, each.result]);
    const isOlder = known !== undefined && known.status !== 'Pending' && each.status === 'Pending';
    if (isOlder && result === known.result) return [];
    const status = isOlder ? known.status : each.status;
    return [
      {
        ...withoutWords(each, externalId),
        status,
        result,
        ...(result === each.result ? { summary: each.summary } : {}),
      },
    ];
  });
}

/** What the org shows of all screenings once these are written too. */
export function shownAfter(
  written: readonly StoredScreening[],
  stored: readonly StoredScreening[],
): readonly StoredScreening[] {
  const rest = stored.filter((known) => written.every(({ externalId }) => externalId !== known.externalId));
  return [...written, ...rest];
}

/** All but the summary: its words belong to the result they came with. */
function withoutWords(
  { type, status, completedAt, recordCount }: VendorScreening,
  externalId: string,
): Omit<Screening, 'result'> {
  return {
    ...{ externalId, type, status, completedAt, recordCount },
    ...{ jurisdiction: null, turnaroundSeconds: null, flags: [], cancellationReason: null, error: null },
  };
}

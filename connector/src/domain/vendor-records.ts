import type { Check, CheckChange } from './check.ts';
import type { CheckEvent } from './check-event.ts';
import type { Screening } from './screening.ts';
import type { StoredScreening } from './vendor-screenings.ts';
import type { VendorMessage } from './vendor-result.ts';

/**
 * What is read and written in one org for the vendors that send their results by themselves.
 * @throws Failure from every call, as `CheckRecords`.
 */
export interface VendorRecords {
  /** The check with `<vendor>:<id>`, case and all; without the person. */
  findByExternalId(externalId: string): Promise<Check | null>;
  listScreenings(checkId: string): Promise<StoredScreening[]>;
  /**
   * Writes check, screenings and audit row, all or nothing. False, and nothing is written, when the event is in the audit
   * already. @throws Failure `late` when the check changed since it was read.
   */
  writeOnce(
    checkId: string,
    change: CheckChange,
    besides: { screenings: Screening[]; event: CheckEvent },
  ): Promise<boolean>;
  /**
   * Checks of other vendors that have an id and no connection yet: nobody looked for what was parked for them. In the order
   * of their ids, from the one after `afterId`.
   */
  listNewlyLinked(query: { afterId: string; limit: number }): Promise<LinkedCheck[]>;
  /** Messages parked for a vendor's id of a check, the oldest first. */
  listParked(externalId: string): Promise<VendorMessage[]>;
}

/** A check that got its vendor's id. */
export interface LinkedCheck {
  id: string;
  vendor: string;
  externalId: string;
}

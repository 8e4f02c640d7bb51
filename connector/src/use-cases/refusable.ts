import type { Check, CheckChange } from '../domain/check.ts';
import { helpFor } from '../domain/error-help.ts';
import { isFailure } from '../domain/failure.ts';
import type { CheckRecords } from '../domain/ports.ts';

type ErrorField = 'errorCreateCandidate' | 'errorCreateInvitation' | 'errorCreateReport' | 'errorRetrieveReport';

/** A step of an action that the vendor may refuse. */
export interface RefusableStep<T> {
  records: CheckRecords;
  check: Check;
  /** Where the vendor's words go. */
  field: ErrorField;
  /** What else the record shows when it is refused; an order that fails ends in Error, a command leaves the check as it is. */
  onRefusal: CheckChange | (() => Promise<CheckChange>);
  run: () => Promise<T>;
}

/**
 * Runs a step of an action. What is refused for good is written to the record, with words and help, and gives null;
 * everything else is thrown on, for the queue to try again.
 */
export async function refusable<T>({ records, check, field, onRefusal, run }: RefusableStep<T>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (!isFailure(error, 'invalid', 'rejected', 'not-found') || error.code.startsWith('salesforce-')) throw error;
    const help = helpFor(error, field === 'errorRetrieveReport' ? 'decision' : 'order');
    await records.write(check.id, {
      ...(typeof onRefusal === 'function' ? await onRefusal() : onRefusal),
      requestedAction: null,
      [field]: error.vendorWords.join('; ') || help,
      errorHelp: help,
    });
    return null;
  }
}

import type { Check, CheckChange } from '../domain/check.ts';
import type { CheckEvent } from '../domain/check-event.ts';
import { helpFor } from '../domain/error-help.ts';
import { isFailure, type Failure } from '../domain/failure.ts';
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
  /** What the audit is to say of a refusal, if anything. */
  rowOf?: (refusal: Failure) => CheckEvent | null;
}

/**
 * Runs a step of an action. What is refused for good is written to the record, with words and help, and gives null;
 * everything else is thrown on, for the queue to try again.
 */
export async function refusable<T>({
  records,
  check,
  field,
  onRefusal,
  run,
  rowOf,
}: RefusableStep<T>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (!isFailure(error, 'invalid', 'rejected', 'not-found') || error.code.startsWith('salesforce-')) throw error;
    const help = helpFor(error, field === 'errorRetrieveReport' ? 'decision' : 'order');
    const change = {
      ...(typeof onRefusal === 'function' ? await onRefusal() : onRefusal),
      requestedAction: null,
      [field]: error.vendorWords.join('; ') || help,
      errorHelp: help,
    };
    const event = rowOf?.(error);
    await records.write(check.id, change, event ? { event } : {});
    return null;
  }
}

import type { Day } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';

/**
 * True for a check that would still be a pass had its validity not ended. `Cleared__c` is false by then, and is the
 * formula repeated here without its last condition: only days in the past are ever answered with it.
 */
export function hasLapsed(check: Check, today: Day): boolean {
    const { validUntil, status, result, adjudication } = check;
    if (validUntil === undefined || validUntil >= today) return false;
    if (status.value !== 'Completed' || result?.value === 'Adverse') return false;
    if (adjudication !== undefined) return adjudication.value === 'Engaged';
    return !check.includesCanceled && isClear(check);
}

/** An assessment outweighs the result. */
function isClear({ assessment, result }: Check): boolean {
    return assessment === undefined ? result?.value === 'Clear' : assessment.value === 'Eligible';
}

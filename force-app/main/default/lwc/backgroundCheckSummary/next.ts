import { today } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';
import { labels } from './labels';

const NEXT: Record<string, string | undefined> = {
    Requested: labels.nextRequested,
    'Candidate Created': labels.nextCandidateCreated,
    Invited: labels.nextInvited,
    'In Progress': labels.nextInProgress,
    Suspended: labels.nextSuspended,
    Disputed: labels.nextDisputed,
    'Review Required': labels.nextReview,
    Canceled: labels.nextCanceled,
    Expired: labels.nextExpired,
};

/** What happens next, and who has to do something; what an error asks for is said by the error. */
export function nextFor(check: Check): string | undefined {
    return check.status.value === 'Completed' ? afterCompletion(check) : NEXT[check.status.value];
}

/** A pass needs no words, nor does one that has ended: a line above the check says so. */
function afterCompletion({ isCleared, validUntil }: Check): string | undefined {
    const hasEnded = validUntil !== undefined && validUntil < today();
    return isCleared || hasEnded ? undefined : labels.nextNotCleared;
}

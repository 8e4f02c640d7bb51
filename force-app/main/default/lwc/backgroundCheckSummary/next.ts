import type { Check } from 'c/checksOfPerson';
import type { Standing } from 'c/clearance';
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

/** A pass needs no words, nor does one that has ended: a line above the check says so. */
const AFTER_COMPLETION: Record<Standing, string | undefined> = {
    cleared: undefined,
    ended: undefined,
    replaced: labels.nextReplaced,
    'nothing new': labels.nextNothingNew,
    'not cleared': labels.nextNotCleared,
};

/** What happens next, and who has to do something; what an error asks for is said by the error. */
export function nextFor({ status }: Check, standing: Standing | undefined): string | undefined {
    return standing ? AFTER_COMPLETION[standing] : NEXT[status.value];
}

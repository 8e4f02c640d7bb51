import type { Check } from 'c/checksOfPerson';
import { labels } from './labels';

/** The straight way of a check, one step after the other. */
export const STEPS = [
    { value: 'Requested', label: labels.stepRequested },
    { value: 'Candidate Created', label: labels.stepCandidateCreated },
    { value: 'Invited', label: labels.stepInvited },
    { value: 'In Progress', label: labels.stepInProgress },
    { value: 'Completed', label: labels.stepCompleted },
];

/** The step a check has reached; statuses off the straight way stand where the check left it. */
export function stepOf({ status, hasReport, hasInvitation, hasCandidate }: Check): string {
    if (STEPS.some(({ value }) => value === status.value)) return status.value;
    if (hasReport) return 'In Progress';
    if (hasInvitation) return 'Invited';
    return hasCandidate ? 'Candidate Created' : 'Requested';
}

/** True when the check left the straight way for good, without being completed. */
export function hasStopped({ status, isOpen }: Check): boolean {
    return !isOpen && status.value !== 'Completed';
}

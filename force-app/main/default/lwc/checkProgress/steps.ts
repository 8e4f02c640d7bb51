import type { Check } from 'c/checksOfPerson';
import { labels } from './labels';

/** A step of the way as it is drawn. */
export interface Step {
    value: string;
    label: string;
    className: string;
    iconName: string | undefined;
    /** For screen readers; sighted users see the marker. */
    state: string;
    /** `step` for the step the check stands at. */
    current: string | undefined;
}

const WAY = [
    { value: 'Requested', label: labels.stepRequested },
    { value: 'Candidate Created', label: labels.stepCandidateCreated },
    { value: 'Invited', label: labels.stepInvited },
    { value: 'In Progress', label: labels.stepInProgress },
    { value: 'Completed', label: labels.stepCompleted },
];
/** Only for checks that wait for a reviewer: of the others nobody can say whether they will. */
const REVIEW = { value: 'Review Required', label: labels.stepReview };

/** The straight way of a check, with where the check stands on it. */
export function stepsOf(check: Check): Step[] {
    const way = check.status.value === REVIEW.value ? WAY.toSpliced(-1, 0, REVIEW) : WAY;
    const reached = way.findIndex(({ value }) => value === stepOf(check, way));
    return way.map((step, at) => {
        if (at < reached || (at === reached && step.value === 'Completed')) return drawn(step, 'done', at === reached);
        if (at > reached) return drawn(step, 'ahead', false);
        return drawn(step, hasStopped(check) ? 'stopped' : 'here', true);
    });
}

const LOOKS = {
    done: { className: 'slds-is-completed', iconName: 'utility:success', state: labels.stepDone },
    here: { className: 'slds-is-active', iconName: undefined, state: labels.stepHere },
    stopped: { className: 'slds-has-error', iconName: 'utility:error', state: labels.stepStopped },
    ahead: { className: '', iconName: undefined, state: labels.stepAhead },
};

function drawn(step: { value: string; label: string }, look: keyof typeof LOOKS, isCurrent: boolean): Step {
    const { className, iconName, state } = LOOKS[look];
    return {
        ...step,
        className: `slds-progress__item ${className}`.trim(),
        iconName,
        state,
        current: isCurrent ? 'step' : undefined,
    };
}

/** The step a check has reached; statuses off the straight way stand where the check left it. */
function stepOf({ status, hasReport, hasInvitation, hasCandidate }: Check, way: typeof WAY): string {
    if (way.some(({ value }) => value === status.value)) return status.value;
    if (hasReport) return 'In Progress';
    if (hasInvitation) return 'Invited';
    return hasCandidate ? 'Candidate Created' : 'Requested';
}

/** True when the check left the straight way for good, without being completed. */
function hasStopped({ status, isOpen }: Check): boolean {
    return !isOpen && status.value !== 'Completed';
}

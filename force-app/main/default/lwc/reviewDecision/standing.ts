import { dayOf, shownDay } from 'c/calendar';
import { filledLabel } from 'c/filledLabel';
import { labels } from './labels';
import type { Review } from './review';

/** Where the review stands, and what a reviewer can do now. */
export interface Standing {
    sentence: string;
    canDecide: boolean;
    canCancelAdverseAction: boolean;
}

const RUNNING = ['Requested', 'Pending', 'Disputed', 'Notice Not Delivered'];

const BECAME: Record<string, string | undefined> = {
    Requested: labels.adverseRequested,
    Disputed: labels.adverseDisputed,
    Complete: labels.adverseComplete,
    'Notice Not Delivered': labels.adverseUndelivered,
};

/** Nothing can be decided while the vendor was not told yet what was decided last, or while an adverse action runs. */
export function standingOf(review: Review): Standing {
    const { check, adverseAction } = review;
    const isRunning = adverseAction !== undefined && RUNNING.includes(adverseAction);
    const isAwaited = check.requestedAction !== undefined;
    return {
        sentence: sentenceOf(review),
        canDecide: check.status.value === 'Review Required' && !isRunning && !isAwaited,
        canCancelAdverseAction: isRunning && !isAwaited,
    };
}

function sentenceOf({ check, adverseAction, postNoticeAt }: Review): string {
    if (check.requestedAction) return filledLabel(labels.underWay, check.requestedAction.label);
    if (adverseAction === 'Pending') return pending(postNoticeAt);
    const became = BECAME[adverseAction ?? ''];
    if (became) return became;
    if (check.status.value === 'Review Required') {
        return adverseAction === 'Canceled' ? labels.adverseCanceledDecide : labels.decideNow;
    }
    return adverseAction === 'Canceled' ? labels.adverseCanceled : labels.nothingToDecide;
}

function pending(postNoticeAt: string | undefined): string {
    if (postNoticeAt === undefined) return labels.adversePending;
    return filledLabel(labels.adversePendingUntil, shownDay(dayOf(postNoticeAt)));
}

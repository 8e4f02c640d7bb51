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

/**
 * Nothing can be decided a second time, unless the adverse action was canceled; nor while the vendor was not told yet what was
 * asked for last, or while an adverse action runs.
 */
export function standingOf(review: Review): Standing {
    const { check, decision, adverseAction } = review;
    const isDecided = decision !== undefined && adverseAction !== 'Canceled';
    const isRunning = adverseAction !== undefined && RUNNING.includes(adverseAction);
    const isAwaited = check.requestedAction !== undefined;
    return {
        sentence: sentenceOf(review),
        canDecide: check.status.value === 'Review Required' && !isDecided && !isRunning && !isAwaited,
        canCancelAdverseAction: isRunning && !isAwaited,
    };
}

function sentenceOf({ check, decision, adverseAction, postNoticeAt }: Review): string {
    if (check.requestedAction) return filledLabel(labels.underWay, check.requestedAction.label);
    if (adverseAction === 'Pending') return pending(postNoticeAt);
    const became = BECAME[adverseAction ?? ''];
    if (became) return became;
    if (check.status.value === 'Review Required') {
        if (adverseAction === 'Canceled') return labels.adverseCanceledDecide;
        return decision ? labels.decisionSent : labels.decideNow;
    }
    return adverseAction === 'Canceled' ? labels.adverseCanceled : labels.nothingToDecide;
}

function pending(postNoticeAt: string | undefined): string {
    if (postNoticeAt === undefined) return labels.adversePending;
    return filledLabel(labels.adversePendingUntil, shownDay(dayOf(postNoticeAt)));
}

import type { Fact } from 'c/factList';
import { labels } from './labels';
import type { Review } from './review';

/** What was decided about a check, by whom and when. */
export function factsOf({ decision, reason, reviewedBy, reviewedAt }: Review): Fact[] {
    return [
        { name: 'decision', label: labels.decision, text: decision?.label },
        { name: 'reason', label: labels.decisionReason, text: reason },
        { name: 'decided-by', label: labels.decidedBy, text: reviewedBy },
        { name: 'decided-at', label: labels.decidedAt, moment: reviewedAt },
    ];
}

import { filledLabel } from 'c/filledLabel';
import { labels } from './labels';
import type { Results } from './results';

/** What has to be known before the results are read: that they are not all, or that there are none. */
export function completenessOf({ check, screenings }: Results): string | undefined {
    const canceled = screenings.filter(({ status }) => status?.value === 'Canceled').length;
    if (check.status.value === 'Canceled') return labels.reportCanceled;
    const isDecided = check.status.value === 'Completed';
    if (canceled > 0) {
        const words = isDecided ? labels.screeningsCanceledDecided : labels.screeningsCanceled;
        return filledLabel(words, canceled, screenings.length);
    }
    if (check.includesCanceled) return isDecided ? labels.someCanceledDecided : labels.someCanceled;
    if (!check.isOpen || check.status.value === 'Review Required' || screenings.length === 0) return undefined;
    const complete = screenings.filter(({ status }) => status?.value === 'Complete').length;
    return filledLabel(labels.partialResults, complete, screenings.length);
}

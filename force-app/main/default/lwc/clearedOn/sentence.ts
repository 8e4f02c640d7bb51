import { shownDay } from 'c/calendar';
import type { Clearance } from 'c/clearance';
import { filledLabel } from 'c/filledLabel';
import { labels } from './labels';

/** The answer in a sentence; which check says so is shown beside it. */
export function sentenceOf({ isCleared, check, until }: Clearance): string {
    if (isCleared)
        return until === undefined ? labels.onClearedForGood : filledLabel(labels.onCleared, shownDay(until));
    if (!check) return labels.onNothingKnown;
    if (check.status.value === 'Review Required') return filledLabel(labels.onWaits, check.number);
    return until === undefined ? labels.onNotCleared : filledLabel(labels.onLapsed, shownDay(until));
}

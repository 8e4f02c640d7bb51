import { dayOf, shownDay } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';
import type { Clearance } from 'c/clearance';
import { filledLabel } from 'c/filledLabel';
import { labels } from './labels';

/** The answer in a sentence; which check says so is shown beside it. */
export function sentenceOf({ isCleared, check, until }: Clearance): string {
    if (isCleared)
        return until === undefined ? labels.onClearedForGood : filledLabel(labels.onCleared, shownDay(until));
    if (!check) return labels.onNothingKnown;
    return until === undefined ? against(check) : filledLabel(labels.onLapsed, shownDay(until));
}

function against({ status, isOpen, number, foundClearAt }: Check): string {
    if (status.value === 'Review Required') return filledLabel(labels.onWaits, number);
    if (isOpen) return filledLabel(labels.onUnsettled, number);
    if (foundClearAt === undefined) return labels.onNotCleared;
    return filledLabel(labels.onNotYet, number, shownDay(dayOf(foundClearAt)));
}

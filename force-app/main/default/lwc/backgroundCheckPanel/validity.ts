import { daysBetween, shownDay, today } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';
import { clearanceOn } from 'c/clearance';
import { filledLabel } from 'c/filledLabel';
import { labels } from './labels';

/** How long a person is cleared. */
export interface Validity {
    sentence: string;
    iconName: string;
    iconVariant: string;
    className: string;
    /** The check that says so, which need not be the newest. */
    checkId: string;
    checkNumber: string;
}

type By = Pick<Validity, 'checkId' | 'checkNumber'>;

/** So many days before its end a pass should be renewed. */
const RENEW_DAYS = 30;

/** The line about the pass of today, or the one that has ended; undefined where there is none. */
export function validityOf(checks: Check[]): Validity | undefined {
    const now = today();
    const { isCleared, check, until } = clearanceOn(now, checks);
    if (!check) return undefined;
    const by = { checkId: check.id, checkNumber: check.number };
    if (!isCleared)
        return until === undefined ? undefined : warning(filledLabel(labels.clearedEnded, shownDay(until)), by);
    if (until === undefined) return good(labels.clearedNoEnd, by);
    const days = daysBetween(now, until);
    if (days > RENEW_DAYS) return good(filledLabel(labels.clearedUntil, shownDay(until)), by);
    return warning(days === 0 ? labels.expiresToday : filledLabel(labels.expiresIn, days, shownDay(until)), by);
}

function good(sentence: string, by: By): Validity {
    return {
        ...by,
        sentence,
        iconName: 'utility:success',
        iconVariant: 'success',
        className: 'validity validity_good',
    };
}

function warning(sentence: string, by: By): Validity {
    return {
        ...by,
        sentence,
        iconName: 'utility:warning',
        iconVariant: 'warning',
        className: 'validity validity_ending',
    };
}

import { dayOf, type Day } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';

/** What one check says about its person. */
export interface Word {
    check: Check;
    isPass: boolean;
    /** Since when, in Unix milliseconds. */
    at: number;
}

/** What these checks say on a day. */
export function wordsOn(day: Day, checks: Check[]): Word[] {
    return checks.flatMap((check) => wordOn(day, check) ?? []);
}

/**
 * What a check says on a day; undefined where it says nothing: not yet, or not at all. A continuous check that found nothing
 * does neither. A report that had come back, and was settled later or is not settled yet, was no pass meanwhile.
 */
function wordOn(day: Day, check: Check): Word | undefined {
    const { foundClearAt, notClearSince, isContinuous } = check;
    if (isBy(day, foundClearAt))
        return isContinuous ? undefined : { check, isPass: true, at: Date.parse(foundClearAt) };
    if (isBy(day, notClearSince)) return { check, isPass: false, at: Date.parse(notClearSince) };
    const cameBackAt = cameBack(check);
    return isBy(day, cameBackAt) ? { check, isPass: false, at: Date.parse(cameBackAt) } : undefined;
}

/** Where the vendor tells no day, what speaks against a pass is known since the request: the careful answer. */
function cameBack({ foundClearAt, notClearSince, completedAt, requestedAt }: Check): string | undefined {
    if (foundClearAt !== undefined) return completedAt;
    return notClearSince === undefined ? undefined : (completedAt ?? requestedAt);
}

function isBy(day: Day, moment: string | undefined): moment is string {
    return moment !== undefined && dayOf(moment) <= day;
}

/** What speaks last against a pass on a day. */
export function newestAgainst(words: Word[]): Word | undefined {
    const against = words.filter(({ isPass }) => !isPass);
    return against.sort((one, other) => other.at - one.at)[0];
}

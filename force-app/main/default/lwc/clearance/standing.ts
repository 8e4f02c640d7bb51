import { today } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';
import { newestAgainst, wordsOn } from './word';

/** What a completed check means for its person today; only `cleared` is a pass that counts. */
export type Standing = 'cleared' | 'replaced' | 'ended' | 'nothing new' | 'not cleared';

/** The standing of a check among all of its person; undefined while it is not completed. */
export function standingOf(check: Check, checks: Check[]): Standing | undefined {
    if (check.status.value !== 'Completed') return undefined;
    if (check.foundClearAt === undefined) return 'not cleared';
    if (check.isContinuous) return 'nothing new';
    if (!check.isCleared) return 'ended';
    return replacementOf(check, checks) ? 'replaced' : 'cleared';
}

/** The check because of which the pass of another counts no longer today; undefined where it counts, or is none. */
export function replacementOf(check: Check, checks: Check[]): Check | undefined {
    if (!check.isCleared || check.foundClearAt === undefined) return undefined;
    const against = newestAgainst(wordsOn(today(), checks));
    return against && against.at >= Date.parse(check.foundClearAt) ? against.check : undefined;
}

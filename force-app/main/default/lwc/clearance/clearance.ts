import type { Day } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';
import { newestAgainst, wordsOn, type Word } from './word';

export { replacementOf, standingOf, type Standing } from './standing';

/** What the checks of a person say about one day. */
export type Clearance =
    /** `until` is the last day, undefined when there is no end. */
    | { isCleared: true; check: Check; until: Day | undefined }
    /** The check that speaks against it, or whose validity had ended; undefined when nothing was known by then. */
    | { isCleared: false; check: Check | undefined; until: Day | undefined };

/**
 * Whether a person was cleared on a day: by a check that was found clear by then, as long as none says otherwise later. Which
 * was asked for first does not matter. Of several passes the one that lasts longest counts.
 * @param checks all of the person.
 */
export function clearanceOn(day: Day, checks: Check[]): Clearance {
    const words = wordsOn(day, checks);
    const against = newestAgainst(words);
    const passes = words.filter(({ isPass, at }) => isPass && at > (against?.at ?? -Infinity));
    const [pass] = passes.sort((one, other) => lastDay(other).localeCompare(lastDay(one)) || other.at - one.at);
    if (!pass) return { isCleared: false, check: against?.check, until: undefined };
    return { isCleared: day <= lastDay(pass), check: pass.check, until: pass.check.validUntil };
}

/** Later than any day there is where it has no end. */
function lastDay({ check }: Word): Day {
    return check.validUntil ?? '9999-12-31';
}

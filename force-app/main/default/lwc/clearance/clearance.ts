import { dayOf, type Day } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';
import { hasLapsed } from './lapsedPass';

/** What the checks of a person say about one day. */
export type Clearance =
    /** `until` is the last day, undefined when there is no end. */
    | { isCleared: true; check: Check; until: Day | undefined }
    /** The check that speaks against it, or whose validity had ended; undefined when nothing was known by then. */
    | { isCleared: false; check: Check | undefined; until: Day | undefined };

/**
 * Whether a person was cleared on a day: what the newest outcome by then says, whichever check was asked for first. An
 * outcome that is not a pass replaces every older pass at once; a continuous check that found nothing leaves the older
 * word as it is.
 * @param checks the newest first. @param today where the user is.
 */
export function clearanceOn(day: Day, checks: Check[], today: Day): Clearance {
    const byThen = checks.filter((one) => hasOutcome(one) && outcomeDay(one) <= day);
    const [check] = byThen.sort((one, other) => outcomeDay(other).localeCompare(outcomeDay(one)));
    if (!check) return { isCleared: false, check: undefined, until: undefined };
    const until = check.validUntil;
    const hasPassed = check.isCleared || hasLapsed(check, today);
    if (!hasPassed) return { isCleared: false, check, until: undefined };
    return { isCleared: until === undefined || day <= until, check, until };
}

/** While a report is being made nothing is known, unless something spoke against a pass already. */
function hasOutcome(check: Check): boolean {
    const { status, result } = check;
    if (check.isContinuous && foundNothing(check)) return false;
    const isDecided = ['Completed', 'Review Required', 'Disputed'].includes(status.value);
    return isDecided || (result !== undefined && result.value !== 'Clear');
}

/** Done, and clear or accepted by decision. */
function foundNothing({ status, result, adjudication }: Check): boolean {
    const isAccepted = adjudication === undefined || adjudication.value === 'Engaged';
    return status.value === 'Completed' && result?.value !== 'Adverse' && isAccepted;
}

/** What has no day of its own is known since the check was requested: the careful answer. */
function outcomeDay({ completedAt, requestedAt }: Check): Day {
    const moment = completedAt ?? requestedAt;
    return moment === undefined ? '' : dayOf(moment);
}

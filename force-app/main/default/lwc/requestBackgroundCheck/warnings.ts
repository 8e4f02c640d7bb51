import { shownDay, today, yearsBefore } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';
import { clearanceOn } from 'c/clearance';
import { filledLabel } from 'c/filledLabel';
import { labels } from './labels';

/** What is known about the person before anything is paid for. Undefined: not known, or not for the user to see. */
export interface Preflight {
    /** Null when it is blank. */
    state: string | null | undefined;
    country: string | null | undefined;
    birthDate: string | undefined;
    /** The checks of the person, the newest first. */
    checks: Check[];
    /** Number of an open check of somebody else with the same e-mail address. */
    sharedEmail: string | undefined;
    /** As the user writes it. */
    price: string | undefined;
}

const OF_AGE = 18;

/** What speaks against requesting a check now, the weightiest first; none of it forbids it. */
export function warningsFor(preflight: Preflight): string[] {
    const { state, country, birthDate, checks, sharedEmail, price } = preflight;
    const running = checks.find(({ isOpen }) => isOpen);
    return [
        running && filledLabel(labels.warnRunning, running.number),
        stillValid(checks, price),
        birthDate && birthDate > yearsBefore(today(), OF_AGE) && labels.warnUnderAge,
        sharedEmail && filledLabel(labels.warnSharedEmail, sharedEmail),
        (isBlank(state) || isBlank(country)) && labels.warnNoPlace,
    ].filter((warning) => typeof warning === 'string' && warning !== '') as string[];
}

function stillValid(checks: Check[], price: string | undefined): string | undefined {
    const { isCleared, check, until } = clearanceOn(today(), checks);
    if (!isCleared || !check) return undefined;
    const valid =
        until === undefined
            ? filledLabel(labels.warnValidNoEnd, check.number)
            : filledLabel(labels.warnValid, check.number, shownDay(until));
    return price ? `${valid} ${filledLabel(labels.warnSaved, price)}` : valid;
}

/** What the user may not see does not count as missing. */
function isBlank(value: string | null | undefined): boolean {
    return value === null || value === '';
}

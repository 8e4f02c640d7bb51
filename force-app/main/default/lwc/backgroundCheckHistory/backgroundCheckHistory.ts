import { timeZone, today } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';
import { clearanceOn } from 'c/clearance';
import { api, LightningElement } from 'lwc';
import { labels } from './labels';

interface Row extends Check {
    outcome: string;
}

/** Lists earlier background checks, each with what it said; whether the person is cleared now is said elsewhere. */
export default class BackgroundCheckHistory extends LightningElement {
    /** The checks listed, the newest first. */
    @api checks: Check[] = [];

    labels = labels;
    timeZone = timeZone;

    get rows(): Row[] {
        return this.checks.map((check) => ({ ...check, outcome: outcomeOf(check) }));
    }

    get hasChecks(): boolean {
        return this.checks.length > 0;
    }
}

/** Completed says nothing: both passes and their opposite are. In the past tense, since newer checks count. */
function outcomeOf(check: Check): string {
    if (check.status.value !== 'Completed') return check.status.label;
    const { isCleared, until } = clearanceOn(today(), [check], today());
    return isCleared || until !== undefined ? labels.wasCleared : labels.wasNotCleared;
}

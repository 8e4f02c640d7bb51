import { timeZone } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';
import { standingOf, type Standing } from 'c/clearance';
import { api, LightningElement } from 'lwc';
import { labels } from './labels';

interface Row extends Check {
    outcome: string;
}

/** Shown at first; the others when they are asked for. */
const FEW = 10;

/** Completed says nothing: both passes and their opposite are. In the past tense, since newer checks count. */
const OUTCOMES: Record<Standing, string> = {
    cleared: labels.wasCleared,
    ended: labels.wasCleared,
    replaced: labels.wasReplaced,
    'nothing new': labels.nothingNew,
    'not cleared': labels.wasNotCleared,
};

/** Lists earlier background checks, each with what it said; whether the person is cleared now is said elsewhere. */
export default class BackgroundCheckHistory extends LightningElement {
    /** All checks of the person, the newest first. */
    @api checks: Check[] = [];
    /** Id of the check shown elsewhere, which is left out. */
    @api shownId: string | undefined;

    labels = labels;
    timeZone = timeZone;
    isWhole = false;

    get earlier(): Check[] {
        return this.checks.filter(({ id }) => id !== this.shownId);
    }

    get rows(): Row[] {
        const shown = this.isWhole ? this.earlier : this.earlier.slice(0, FEW);
        return shown.map((check) => ({ ...check, outcome: this.outcomeOf(check) }));
    }

    get hasChecks(): boolean {
        return this.earlier.length > 0;
    }

    get hasOlder(): boolean {
        return this.rows.length < this.earlier.length;
    }

    handleOlder(): void {
        this.isWhole = true;
    }

    private outcomeOf(check: Check): string {
        const standing = standingOf(check, this.checks);
        return standing ? OUTCOMES[standing] : check.status.label;
    }
}

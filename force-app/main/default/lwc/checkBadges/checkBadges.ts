import type { Check } from 'c/checksOfPerson';
import { api, LightningElement } from 'lwc';
import { badgesOf, type Badge } from './badges';

/** The words that stand out about a check: its outcome, the vendor's result, the decision. */
export default class CheckBadges extends LightningElement {
    /** The check shown. */
    @api check: Check | undefined;

    get badges(): Badge[] {
        return this.check ? badgesOf(this.check) : [];
    }
}

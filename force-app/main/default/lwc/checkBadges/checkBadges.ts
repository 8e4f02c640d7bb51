import type { Check } from 'c/checksOfPerson';
import type { Standing } from 'c/clearance';
import { api, LightningElement } from 'lwc';
import { badgesOf, type Badge } from './badges';

/** The words that stand out about a check: its outcome, the vendor's result and adjudication. */
export default class CheckBadges extends LightningElement {
    /** The check shown. */
    @api check: Check | undefined;
    /** What it means for its person; undefined where that is not known: no pass is shown then. */
    @api standing: Standing | undefined;
    /** Without the results, which are noted as viewed where they are shown. */
    @api outcomeOnly = false;

    get badges(): Badge[] {
        if (!this.check) return [];
        const badges = badgesOf(this.check, this.standing);
        return this.outcomeOnly ? badges.filter(({ key }) => key === 'outcome') : badges;
    }
}

import { api, LightningElement } from 'lwc';
import { labels } from './labels';

/** A button that opens the results of a check: to see them is noted, so they are shown only when asked for. */
export default class ResultsOnDemand extends LightningElement {
    isOpen = false;

    private shownId: string | undefined;

    /** Id of the Background_Check__c. The results of another check are closed at first. */
    @api
    get checkId(): string | undefined {
        return this.shownId;
    }
    set checkId(checkId: string | undefined) {
        if (checkId !== this.shownId) this.isOpen = false;
        this.shownId = checkId;
    }

    get label(): string {
        return this.isOpen ? labels.hideResults : labels.showResults;
    }

    get icon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }
}

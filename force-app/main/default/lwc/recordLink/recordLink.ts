import CHECK from '@salesforce/schema/Background_Check__c';
import { NavigationMixin, type RecordPage } from 'lightning/navigation';
import { api, LightningElement } from 'lwc';

/** Link to the page of a background check, or of another record. */
export default class RecordLink extends NavigationMixin(LightningElement) {
    /** Text of the link. */
    @api label = '';
    @api objectApiName: string = CHECK.objectApiName;
    url = '';

    private shownId = '';

    /** Id of the record. */
    @api
    get recordId(): string {
        return this.shownId;
    }
    set recordId(recordId: string) {
        this.shownId = recordId;
        this.showUrl();
    }

    handleClick(event: Event): void {
        event.preventDefault();
        this[NavigationMixin.Navigate](this.page);
    }

    private get page(): RecordPage {
        return {
            type: 'standard__recordPage',
            attributes: { recordId: this.shownId, objectApiName: this.objectApiName, actionName: 'view' },
        };
    }

    private async showUrl(): Promise<void> {
        this.url = await this[NavigationMixin.GenerateUrl](this.page);
    }
}

import CHECK from '@salesforce/schema/Background_Check__c';
import { NavigationMixin, type RecordPage } from 'lightning/navigation';
import { api, LightningElement } from 'lwc';

/** Link to the page of a background check. */
export default class RecordLink extends NavigationMixin(LightningElement) {
    /** Text of the link: the number of the check. */
    @api label = '';
    url = '';

    private checkId = '';

    /** Id of the Background_Check__c. */
    @api
    get recordId(): string {
        return this.checkId;
    }
    set recordId(recordId: string) {
        this.checkId = recordId;
        this.showUrl();
    }

    handleClick(event: Event): void {
        event.preventDefault();
        this[NavigationMixin.Navigate](this.page);
    }

    private get page(): RecordPage {
        return {
            type: 'standard__recordPage',
            attributes: { recordId: this.checkId, objectApiName: CHECK.objectApiName, actionName: 'view' },
        };
    }

    private async showUrl(): Promise<void> {
        this.url = await this[NavigationMixin.GenerateUrl](this.page);
    }
}

import ID from '@salesforce/schema/Background_Check__c.Id';
import REQUESTED_ACTION from '@salesforce/schema/Background_Check__c.Requested_Action__c';
import UPGRADE_PACKAGE from '@salesforce/schema/Background_Check__c.Upgrade_Package__c';
import { ldsErrors } from 'c/ldsErrors';
import type { Choice } from 'c/packagePicker';
import LightningModal from 'lightning/modal';
import { updateRecord } from 'lightning/uiRecordApi';
import { api } from 'lwc';
import { labels } from './labels';

/** Dialog that asks for a higher package on the report of a check. Closes with true when the org took the request. */
export default class UpgradeCheck extends LightningModal {
    @api checkId?: string;
    /** Id of the package the check has. */
    @api packageId?: string;

    labels = labels;
    choice: Choice | undefined;
    errors: string[] = [];
    isSaving = false;

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    get isConfirmDisabled(): boolean {
        return this.isSaving || !this.choice?.isComplete;
    }

    handleChoose(event: CustomEvent<Choice>): void {
        this.choice = event.detail;
    }

    handleCancel(): void {
        this.close();
    }

    async handleConfirm(): Promise<void> {
        if (this.isConfirmDisabled) return;
        this.errors = [];
        this.setSaving(true);
        try {
            await updateRecord({
                fields: {
                    [ID.fieldApiName]: this.checkId ?? null,
                    [REQUESTED_ACTION.fieldApiName]: 'Upgrade',
                    [UPGRADE_PACKAGE.fieldApiName]: this.choice?.packageId ?? null,
                },
            });
            this.setSaving(false);
            this.close(true);
        } catch (error) {
            this.setSaving(false);
            const messages = ldsErrors(error);
            this.errors = messages.length > 0 ? messages : [labels.actionFailed];
        }
    }

    /** Closing is refused by the platform while `disableClose` is set. */
    private setSaving(isSaving: boolean): void {
        this.isSaving = isSaving;
        this.disableClose = isSaving;
    }
}

import ID from '@salesforce/schema/Background_Check__c.Id';
import REQUESTED_ACTION from '@salesforce/schema/Background_Check__c.Requested_Action__c';
import UPGRADE_PACKAGE from '@salesforce/schema/Background_Check__c.Upgrade_Package__c';
import type { Choice } from 'c/packagePicker';
import { saveAndClose } from 'c/saveAndClose';
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

    get isConfirmDisabled(): boolean {
        return !this.choice?.isComplete;
    }

    handleChoose(event: CustomEvent<Choice>): void {
        this.choice = event.detail;
    }

    handleCancel(): void {
        this.close();
    }

    async handleConfirm(): Promise<void> {
        if (this.isConfirmDisabled) return;
        const save = async () => {
            await updateRecord({
                fields: {
                    [ID.fieldApiName]: this.checkId ?? null,
                    [REQUESTED_ACTION.fieldApiName]: 'Upgrade',
                    [UPGRADE_PACKAGE.fieldApiName]: this.choice?.packageId ?? null,
                },
            });
            return true;
        };
        await saveAndClose(this, save, { failed: labels.actionFailed, notAllowed: labels.notYours });
    }
}

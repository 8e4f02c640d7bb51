import ID from '@salesforce/schema/Background_Check__c.Id';
import REQUESTED_ACTION from '@salesforce/schema/Background_Check__c.Requested_Action__c';
import type { Check } from 'c/checksOfPerson';
import ConfirmDialog from 'c/confirmDialog';
import { filledLabel } from 'c/filledLabel';
import { ldsErrors } from 'c/ldsErrors';
import UpgradeCheck from 'c/upgradeCheck';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { updateRecord } from 'lightning/uiRecordApi';
import { api, LightningElement } from 'lwc';
import { actionsFor, ACTIONS, canUpgrade, type Action } from './actions';
import { labels } from './labels';

/**
 * What staff can do about a check that was requested: send the invitation again, cancel, mend an error and resume, upgrade.
 * Fires `acted` when the org took the request.
 */
export default class CheckActions extends NavigationMixin(LightningElement) {
    /** The check acted on. */
    @api check: Check | undefined;

    labels = labels;
    errors: string[] = [];
    isSaving = false;

    get actions(): Action[] {
        return this.check ? actionsFor(this.check) : [];
    }

    get hasActions(): boolean {
        return this.actions.length > 0;
    }

    get canUpgrade(): boolean {
        return this.check !== undefined && canUpgrade(this.check);
    }

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    get canResume(): boolean {
        return this.check?.status.value === 'Error' && this.check.requestedAction === undefined;
    }

    get canMend(): boolean {
        return this.check?.personId !== undefined;
    }

    /** The order itself is what the progress shows. */
    get underWay(): string | undefined {
        const action = this.check?.requestedAction;
        return action && action.value !== 'Order' ? filledLabel(labels.underWay, action.label) : undefined;
    }

    async handleAction(event: Event): Promise<void> {
        const { name } = (event.currentTarget as HTMLElement).dataset;
        const action = ACTIONS.find((one) => one.name === name);
        if (!action) return;
        const isConfirmed = !action.confirm || (await this.confirm(action.label, action.confirm));
        if (isConfirmed) await this.request(action);
    }

    handleMend(): void {
        if (!this.check?.personId) return;
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: this.check.personId, actionName: 'edit' },
        });
    }

    async handleResume(): Promise<void> {
        await this.request({ value: 'Resume', done: labels.resumed });
    }

    async handleUpgrade(): Promise<void> {
        const { id: checkId, packageId } = this.check ?? {};
        const dialog = { label: labels.upgradeCheck, size: 'small', checkId, packageId } as const;
        if (await UpgradeCheck.open(dialog)) this.announce(labels.upgradeAsked);
    }

    private announce(title: string): void {
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
        this.dispatchEvent(new CustomEvent('acted'));
    }

    private async confirm(action: string, question: string): Promise<boolean> {
        return (await ConfirmDialog.open({ label: action, size: 'small', action, question })) === true;
    }

    private async request({ value, done }: Pick<Action, 'value' | 'done'>): Promise<void> {
        if (!this.check || this.isSaving) return;
        this.isSaving = true;
        this.errors = [];
        try {
            await updateRecord({
                fields: { [ID.fieldApiName]: this.check.id, [REQUESTED_ACTION.fieldApiName]: value },
            });
            this.announce(done);
        } catch (error) {
            const messages = ldsErrors(error);
            this.errors = messages.length > 0 ? messages : [labels.actionFailed];
        } finally {
            this.isSaving = false;
        }
    }
}

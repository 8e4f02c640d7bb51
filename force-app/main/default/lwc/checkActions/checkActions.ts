import ID from '@salesforce/schema/Background_Check__c.Id';
import REQUESTED_ACTION from '@salesforce/schema/Background_Check__c.Requested_Action__c';
import type { Check } from 'c/checksOfPerson';
import ConfirmDialog from 'c/confirmDialog';
import { filledLabel } from 'c/filledLabel';
import { ldsErrors, refusalOf } from 'c/ldsErrors';
import { personSchema } from 'c/personSchema';
import UpgradeCheck from 'c/upgradeCheck';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getFieldValue, getRecord, updateRecord, type FieldReference, type RecordResult } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { actionsFor, ACTIONS, canUpgrade, type Action } from './actions';
import { labels } from './labels';
import { isMendedOnPerson } from './mending';

/** `info` for what may still fail at once. */
type Request = Pick<Action, 'value' | 'done'> & { variant?: 'success' | 'info' };

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

    private personName: string | undefined;
    private nameErrors: string[] = [];

    @wire(getRecord, { recordId: '$personId', optionalFields: '$personFields' })
    wiredPerson({ data, error }: RecordResult): void {
        this.nameErrors = error ? [labels.nameUnread, ...ldsErrors(error)] : [];
        const [name] = this.personFields;
        this.personName = name && data ? (getFieldValue(data, name) as string) : undefined;
    }

    get personId(): string | undefined {
        return this.check?.personId;
    }

    get personFields(): FieldReference[] {
        const person = personSchema(this.check?.personObject);
        return person ? [person.name] : [];
    }

    get actions(): Action[] {
        return this.check ? actionsFor(this.check) : [];
    }

    /** Without a name a question would leave open whose check it is about; nobody else misses it. */
    get said(): string[] {
        return this.hasActions ? [...new Set([...this.nameErrors, ...this.errors])] : this.errors;
    }

    get hasActions(): boolean {
        return this.actions.length > 0;
    }

    get canUpgrade(): boolean {
        return this.check !== undefined && canUpgrade(this.check);
    }

    get canResume(): boolean {
        return this.check?.status.value === 'Error' && this.check.requestedAction === undefined;
    }

    get canMend(): boolean {
        return this.check?.personId !== undefined && isMendedOnPerson(this.check.errorHelp);
    }

    get mendStep(): string {
        return this.canMend ? labels.fixStepMend : labels.fixStepElsewhere;
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
        const isConfirmed =
            !action.confirm || (await this.confirm(action.label, filledLabel(action.confirm, this.subject)));
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
        await this.request({ value: 'Resume', done: labels.resumed, variant: 'info' });
    }

    /** What is acted on, so that it cannot be taken for another. */
    private get subject(): string {
        const { number = '' } = this.check ?? {};
        return this.personName ? `${number} (${this.personName})` : number;
    }

    async handleUpgrade(): Promise<void> {
        const { id: checkId, packageId } = this.check ?? {};
        const dialog = { label: labels.upgradeCheck, size: 'small', checkId, packageId } as const;
        if (await UpgradeCheck.open(dialog)) this.announce(labels.upgradeAsked);
    }

    private announce(title: string, variant: 'success' | 'info' = 'success'): void {
        this.dispatchEvent(new ShowToastEvent({ title, variant }));
        this.dispatchEvent(new CustomEvent('acted'));
    }

    private async confirm(action: string, question: string): Promise<boolean> {
        return (await ConfirmDialog.open({ label: action, size: 'small', action, question })) === true;
    }

    private async request({ value, done, variant = 'success' }: Request): Promise<void> {
        if (!this.check || this.isSaving) return;
        this.isSaving = true;
        this.errors = [];
        try {
            await updateRecord({
                fields: { [ID.fieldApiName]: this.check.id, [REQUESTED_ACTION.fieldApiName]: value },
            });
            this.announce(done, variant);
        } catch (error) {
            this.errors = refusalOf(error, { failed: labels.actionFailed, notAllowed: labels.notYours });
        } finally {
            this.isSaving = false;
        }
    }
}

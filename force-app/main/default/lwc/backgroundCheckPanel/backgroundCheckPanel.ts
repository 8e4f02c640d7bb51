import { CHECKS_OF_PERSON, checksFromData, type Check, type ChecksData } from 'c/checksOfPerson';
import { ldsErrors } from 'c/ldsErrors';
import { createPageRefresh } from 'c/pageRefresh';
import { personSchema } from 'c/personSchema';
import RequestBackgroundCheck from 'c/requestBackgroundCheck';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getRecord, type FieldReference, type RecordResult } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { labels } from './labels';

/** Card on the page of a Lead or a Contact: where its newest background check stands, and a button for a new one. */
export default class BackgroundCheckPanel extends LightningElement {
    /** Id of the Lead or Contact on whose page the card is. */
    @api recordId?: string;
    /** `Lead` or `Contact`. */
    @api objectApiName?: string;

    labels = labels;
    /** Undefined until the first answer and after a failed one: an old answer must not pass for the truth. */
    checks: Check[] | undefined;
    errors: string[] = [];

    private askAgain: (() => Promise<unknown>) | undefined;
    private isAsking = false;
    private pageRefresh = createPageRefresh({
        refresh: () => this.refresh(),
        isAwaiting: () => this.hasError || this.hasOpenCheck,
    });

    connectedCallback(): void {
        this.pageRefresh.start();
    }

    disconnectedCallback(): void {
        this.pageRefresh.stop();
    }

    @wire(graphql, { query: CHECKS_OF_PERSON, variables: '$variables' })
    wiredChecks({ data, errors, refresh }: GraphqlResult): void {
        this.askAgain = refresh;
        if (errors?.length) this.showErrors(errors);
        else if (data) this.showChecks(checksFromData(data as ChecksData));
        this.pageRefresh.schedule();
    }

    /** Saving the record may have requested a check: the checkbox does. */
    @wire(getRecord, { recordId: '$recordId', optionalFields: '$personFields' })
    wiredPerson({ data }: RecordResult): void {
        if (!data) return;
        this.pageRefresh.hurry();
        this.refresh();
    }

    get variables(): Record<string, unknown> | undefined {
        return this.recordId ? { personId: this.recordId } : undefined;
    }

    get personFields(): FieldReference[] {
        const person = personSchema(this.objectApiName);
        return person ? [person.email, person.request] : [];
    }

    get isLoading(): boolean {
        return !this.checks && !this.hasError;
    }

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    get isEmpty(): boolean {
        return this.checks?.length === 0;
    }

    get newest(): Check | undefined {
        return this.checks?.[0];
    }

    get earlier(): Check[] {
        return this.checks?.slice(1) ?? [];
    }

    get hasOpenCheck(): boolean {
        return this.checks?.some(({ isOpen }) => isOpen) ?? false;
    }

    get isRequestDisabled(): boolean {
        return !this.checks || this.hasOpenCheck;
    }

    async handleRequest(): Promise<void> {
        const checkId = await RequestBackgroundCheck.open({
            label: labels.request,
            size: 'small',
            personId: this.recordId,
            personObject: this.objectApiName,
        });
        if (!checkId) return;
        this.dispatchEvent(
            new ShowToastEvent({ title: labels.requested, message: labels.requestedHint, variant: 'success' }),
        );
        this.pageRefresh.hurry();
        await this.refresh();
    }

    private async refresh(): Promise<void> {
        if (!this.askAgain || this.isAsking) return;
        this.isAsking = true;
        try {
            await this.askAgain();
        } catch (error) {
            this.showErrors(error);
            this.pageRefresh.schedule();
        } finally {
            this.isAsking = false;
        }
    }

    private showChecks(checks: Check[]): void {
        const wasHere = this.newest?.status.value;
        this.checks = checks;
        this.errors = [];
        if (this.newest?.status.value !== wasHere) this.pageRefresh.hurry();
    }

    private showErrors(error: unknown): void {
        this.checks = undefined;
        this.errors = [labels.loadFailed, ...ldsErrors(error)];
    }
}

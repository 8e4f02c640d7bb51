import CHECK from '@salesforce/schema/Background_Check__c';
import { checkAccess, type CheckAccess } from 'c/checkAccess';
import { CHECKS_OF_PERSON, checksFromData, type Check, type ChecksData } from 'c/checksOfPerson';
import { ldsErrors } from 'c/ldsErrors';
import { createLiveQuery } from 'c/liveQuery';
import { personSchema } from 'c/personSchema';
import RequestBackgroundCheck from 'c/requestBackgroundCheck';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, type ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import {
    getFieldValue,
    getRecord,
    notifyRecordUpdateAvailable,
    type FieldReference,
    type RecordResult,
} from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { labels } from './labels';
import { createPersonSummary } from './personSummary';
import { validityOf, type Validity } from './validity';

/**
 * Card on the page of a Lead or a Contact: where its newest background check stands, what can be done about it, and a
 * button for a new one. On the page of a check: the same for that check alone.
 */
export default class BackgroundCheckPanel extends LightningElement {
    /** Id of the Lead, Contact or check on whose page the card is. */
    @api recordId?: string;
    /** `Lead`, `Contact` or `Background_Check__c`. */
    @api objectApiName?: string;

    labels = labels;
    /** Undefined until the first answer and after a failed one: an old answer must not pass for the truth. */
    checks: Check[] | undefined;
    errors: string[] = [];
    access: CheckAccess | undefined;
    /** What the Lead was converted to. */
    contactId: string | undefined;

    private live = createLiveQuery<ChecksData>({
        show: (data) => this.showChecks(checksFromData(data)),
        fail: (error) => {
            this.checks = undefined;
            this.errors = [labels.loadFailed, ...ldsErrors(error)];
        },
        // A reviewer's decision and a mended error move a check on, too; and no pass may be shown longer than it holds.
        isAwaiting: () =>
            this.hasError ||
            !!this.checks?.some(({ isOpen, isCleared }) => isOpen || isCleared) ||
            !!this.newest?.requestedAction ||
            this.summary.isBehind(),
    });
    private summary = createPersonSummary(() => notifyRecordUpdateAvailable([{ recordId: this.recordId ?? '' }]));

    connectedCallback(): void {
        this.live.start();
    }

    disconnectedCallback(): void {
        this.live.stop();
    }

    @wire(getObjectInfo, { objectApiName: CHECK })
    wiredAccess(result: ObjectInfoResult): void {
        this.access = checkAccess(result);
    }

    @wire(graphql, { query: CHECKS_OF_PERSON, variables: '$variables' })
    wiredChecks(result: GraphqlResult): void {
        this.live.receive(result);
    }

    /** Saving the record may have requested a check: the checkbox does. */
    @wire(getRecord, { recordId: '$recordId', optionalFields: '$personFields' })
    wiredPerson({ data }: RecordResult): void {
        if (!data) return;
        const person = personSchema(this.objectApiName);
        const valueOf = (field: FieldReference | undefined) =>
            field && (getFieldValue(data, field) as string | null | undefined);
        this.summary.has(valueOf(person?.status));
        this.contactId = valueOf(person?.convertedContact) ?? undefined;
        this.live.hurry();
        this.live.refresh();
    }

    get variables(): Record<string, unknown> | undefined {
        return this.recordId && this.access && this.mayLook ? { recordId: this.recordId } : undefined;
    }

    get mayLook(): boolean {
        return this.access !== 'none';
    }

    get isPersonPage(): boolean {
        return personSchema(this.objectApiName) !== undefined;
    }

    get personFields(): FieldReference[] {
        const person = personSchema(this.objectApiName);
        if (!person) return [];
        const { email, request, status, convertedContact } = person;
        return [email, request, status, ...(convertedContact ? [convertedContact] : [])];
    }

    get isLoading(): boolean {
        return !this.checks && !this.hasError && this.mayLook;
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

    get validity(): Validity | undefined {
        return this.isPersonPage && this.checks ? validityOf(this.checks) : undefined;
    }

    /** The page of the check itself has a place of its own for them. */
    get hasResults(): boolean {
        return this.isPersonPage && this.newest !== undefined && (this.newest.hasReport || !!this.newest.result);
    }

    get isConverted(): boolean {
        return this.mayLook && this.contactId !== undefined;
    }

    /** What stands against another request. */
    get whyNotNow(): string | undefined {
        if (this.access === 'none') return labels.noAccess;
        if (!this.isPersonPage) return undefined;
        if (this.isConverted) return labels.isContact;
        if (this.access === 'see') return labels.mayNotRequest;
        if (this.hasOpenCheck) return labels.oneIsOpen;
        return this.newest?.status.value === 'Error' ? labels.oneFailed : undefined;
    }

    get isRequestDisabled(): boolean {
        return !this.checks || this.whyNotNow !== undefined;
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
        await this.handleActed();
    }

    async handleActed(): Promise<void> {
        this.live.hurry();
        await this.live.refresh();
    }

    private showChecks(checks: Check[]): void {
        const before = this.newest;
        this.checks = checks;
        this.errors = [];
        if (this.newest?.status.value !== before?.status.value) this.live.hurry();
        if (this.newest) this.summary.expect(this.newest.status.value);
    }
}

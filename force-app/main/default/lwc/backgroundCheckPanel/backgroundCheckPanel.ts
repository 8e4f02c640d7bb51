import CHECK from '@salesforce/schema/Background_Check__c';
import { checkAccess, type CheckAccess } from 'c/checkAccess';
import { CHECKS_OF_PERSON, checksFromData, type Check, type ChecksData } from 'c/checksOfPerson';
import { ldsErrors } from 'c/ldsErrors';
import { createLiveQuery } from 'c/liveQuery';
import { personSchema } from 'c/personSchema';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable, type FieldReference, type RecordResult } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { isMoving } from './isMoving';
import { labels } from './labels';
import { fieldsOfPerson, personOnPage } from './personOnPage';
import { createPersonSummary } from './personSummary';
import { requestCheck } from './requestCheck';
import { validityOf, type Validity } from './validity';
import { whyNotNow } from './whyNotNow';

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
    /** Whose check it is; undefined until that is known, on the page of a check. */
    personIds: string[] | undefined;

    private live = createLiveQuery<ChecksData>({
        show: (data) => this.showChecks(checksFromData(data)),
        fail: (error) => {
            this.checks = undefined;
            this.errors = [labels.loadFailed, ...ldsErrors(error)];
        },
        isAwaiting: () => this.errors.length > 0 || isMoving(this.checks ?? []) || this.summary.isBehind(),
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
    wiredPerson({ data, error }: RecordResult): void {
        if (error) this.personIds = [];
        if (!data) return;
        const { status, ...known } = personOnPage(data, this.objectApiName);
        Object.assign(this, known);
        this.summary.has(status);
        this.live.hurry();
        this.live.refresh();
    }

    get variables(): Record<string, unknown> | undefined {
        const { recordId, access, mayLook, personIds = this.isPersonPage ? [] : undefined } = this;
        return recordId && access && mayLook && personIds ? { ids: [recordId, ...personIds] } : undefined;
    }

    get mayLook(): boolean {
        return this.access !== 'none';
    }

    get isPersonPage(): boolean {
        return personSchema(this.objectApiName) !== undefined;
    }

    get personFields(): FieldReference[] {
        return fieldsOfPerson(this.objectApiName);
    }

    get isLoading(): boolean {
        return !this.checks && this.errors.length === 0 && this.mayLook;
    }

    get isEmpty(): boolean {
        return this.checks?.length === 0;
    }

    /** The newest of a person; on its own page the check itself. */
    get shown(): Check | undefined {
        return this.isPersonPage ? this.checks?.[0] : this.checks?.find(({ id }) => id === this.recordId);
    }

    get validity(): Validity | undefined {
        return this.isPersonPage && this.checks ? validityOf(this.checks) : undefined;
    }

    /** The page of the check itself has a place of its own for them. */
    get hasResults(): boolean {
        return this.isPersonPage && this.shown !== undefined && (this.shown.hasReport || !!this.shown.result);
    }

    get isConverted(): boolean {
        return this.mayLook && this.contactId !== undefined;
    }

    get whyNotNow(): string | undefined {
        const { access, isPersonPage, isConverted, checks = [] } = this;
        return whyNotNow({ access, isPersonPage, isConverted, checks });
    }

    get isRequestDisabled(): boolean {
        return !this.checks || this.whyNotNow !== undefined;
    }

    async handleRequest(): Promise<void> {
        const toast = await requestCheck({ personId: this.recordId, personObject: this.objectApiName });
        if (!toast) return;
        this.dispatchEvent(toast);
        await this.handleActed();
    }

    async handleActed(): Promise<void> {
        this.live.hurry();
        await this.live.refresh();
    }

    private showChecks(checks: Check[]): void {
        const before = this.shown;
        this.checks = checks;
        this.errors = [];
        if (this.shown?.status.value !== before?.status.value) this.live.hurry();
        if (this.shown) this.summary.expect(this.shown.status.value);
    }
}

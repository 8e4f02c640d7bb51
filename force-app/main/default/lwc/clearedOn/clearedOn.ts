import CHECK from '@salesforce/schema/Background_Check__c';
import { today } from 'c/calendar';
import { checkAccess, type CheckAccess } from 'c/checkAccess';
import { CHECKS_OF_PERSON, checksFromData, type Check, type ChecksData } from 'c/checksOfPerson';
import { clearanceOn, type Clearance } from 'c/clearance';
import { ldsErrors } from 'c/ldsErrors';
import { createLiveQuery } from 'c/liveQuery';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import { api, LightningElement, wire } from 'lwc';
import { labels } from './labels';
import { sentenceOf } from './sentence';

/** Card on the page of a Lead or a Contact: was this person cleared on a day, by which check, valid until when. */
export default class ClearedOn extends LightningElement {
    /** Id of the Lead or Contact on whose page the card is. */
    @api recordId?: string;

    labels = labels;
    day = today();
    checks: Check[] | undefined;
    errors: string[] = [];
    access: CheckAccess | undefined;

    private live = createLiveQuery<ChecksData>({
        show: (data) => {
            this.checks = checksFromData(data);
            this.errors = [];
        },
        fail: (error) => {
            this.checks = undefined;
            this.errors = [labels.loadFailed, ...ldsErrors(error)];
        },
        // A check may be requested elsewhere on the page, and no answer may outlive the pass it rests on.
        isAwaiting: () => true,
    });

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

    get variables(): Record<string, unknown> | undefined {
        return this.recordId && this.access && this.mayLook ? { ids: [this.recordId] } : undefined;
    }

    /** The card of the checks says whom to ask: to say so twice helps nobody. */
    get mayLook(): boolean {
        return this.access !== 'none';
    }

    get isLoading(): boolean {
        return !this.checks && !this.hasError;
    }

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    get clearance(): Clearance | undefined {
        return this.checks && this.day ? clearanceOn(this.day, this.checks) : undefined;
    }

    get sentence(): string | undefined {
        return this.clearance && sentenceOf(this.clearance);
    }

    get iconName(): string {
        return this.clearance?.isCleared ? 'utility:success' : 'utility:ban';
    }

    get iconVariant(): string | undefined {
        return this.clearance?.isCleared ? 'success' : undefined;
    }

    handleDay(event: CustomEvent<{ value: string }>): void {
        this.day = event.detail.value;
    }
}

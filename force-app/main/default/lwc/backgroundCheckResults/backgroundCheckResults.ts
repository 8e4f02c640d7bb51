import EVENT from '@salesforce/schema/Background_Check_Event__c';
import EVENT_CHECK from '@salesforce/schema/Background_Check_Event__c.Background_Check__c';
import EVENT_OUTCOME from '@salesforce/schema/Background_Check_Event__c.Outcome__c';
import { standingOf, type Standing } from 'c/clearance';
import { hasErrorCode, ldsErrors } from 'c/ldsErrors';
import { createLiveQuery } from 'c/liveQuery';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { createRecord } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { completenessOf } from './completeness';
import { labels } from './labels';
import { RESULTS_OF_CHECK, resultsFromData, type Results, type ResultsData } from './results';

/** What came back about one check: result, summary, screenings, the report itself. Showing it is noted as a view. */
export default class BackgroundCheckResults extends LightningElement {
    /** Id of the Background_Check__c. */
    @api recordId?: string;
    /** Set inside another card: no frame and no title of its own. */
    @api isInside = false;

    labels = labels;
    results: Results | undefined;
    isAnswered = false;
    errors: string[] = [];
    viewErrors: string[] = [];

    private isViewNoted = false;
    private live = createLiveQuery<ResultsData>({
        show: (data) => this.showResults(data),
        fail: (error) => {
            this.results = undefined;
            this.errors = [labels.resultsFailed, ...ldsErrors(error)];
        },
        isAwaiting: () => this.hasError || (this.results?.check.isOpen ?? false),
    });

    connectedCallback(): void {
        this.live.start();
    }

    disconnectedCallback(): void {
        this.live.stop();
    }

    @wire(graphql, { query: RESULTS_OF_CHECK, variables: '$variables' })
    wiredResults(result: GraphqlResult): void {
        this.live.receive(result);
    }

    get variables(): Record<string, unknown> | undefined {
        return this.recordId ? { checkId: this.recordId } : undefined;
    }

    get frameClass(): string {
        return this.isInside ? '' : 'slds-card';
    }

    get isCard(): boolean {
        return !this.isInside;
    }

    get bodyClass(): string {
        return this.isInside ? 'slds-is-relative' : 'slds-card__body slds-card__body_inner slds-is-relative';
    }

    get isLoading(): boolean {
        return !this.isAnswered && !this.hasError;
    }

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    get hasResults(): boolean {
        const { results } = this;
        return results !== undefined && (results.screenings.length > 0 || !!results.check.result || !!results.summary);
    }

    get isEmpty(): boolean {
        return this.isAnswered && !this.hasError && !this.hasResults;
    }

    /** Whether a pass counts the other checks of the person say: here it is no more than completed. */
    get standing(): Standing | undefined {
        const check = this.results?.check;
        const standing = check && standingOf(check, [check]);
        return standing === 'cleared' ? undefined : standing;
    }

    /** What the other card shows already is not said twice. */
    get completedAt(): string | undefined {
        return this.isCard ? this.results?.check.completedAt : undefined;
    }

    get reportUrl(): string | undefined {
        return this.isCard ? this.results?.check.reportUrl : undefined;
    }

    get completeness(): string | undefined {
        return this.results && completenessOf(this.results);
    }

    get hasScreenings(): boolean {
        return (this.results?.screenings.length ?? 0) > 0;
    }

    private showResults(data: ResultsData): void {
        this.results = resultsFromData(data);
        this.isAnswered = true;
        this.errors = [];
        if (this.hasResults) this.noteView();
    }

    /** Who and when is filled in by the org, which refuses the second note of a day as a duplicate. */
    private async noteView(): Promise<void> {
        if (this.isViewNoted || !this.recordId) return;
        this.isViewNoted = true;
        try {
            await createRecord({
                apiName: EVENT.objectApiName,
                fields: {
                    [EVENT_CHECK.fieldApiName]: this.recordId,
                    [EVENT_OUTCOME.fieldApiName]: 'Viewed',
                },
            });
        } catch (error) {
            if (!hasErrorCode(error, 'DUPLICATE_VALUE')) this.viewErrors = [labels.viewNotNoted, ...ldsErrors(error)];
        }
    }
}

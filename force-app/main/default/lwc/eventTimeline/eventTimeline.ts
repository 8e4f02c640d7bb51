import MAY_REVIEW from '@salesforce/customPermission/Review_Background_Checks';
import { ldsErrors } from 'c/ldsErrors';
import { createLiveQuery } from 'c/liveQuery';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { api, LightningElement, wire } from 'lwc';
import { entriesOf, type Entry } from './entry';
import { EVENTS_OF_CHECK, eventsFromData, type EventsData } from './events';
import { labels } from './labels';

const PAGE = 20;

/** What came in about a check, from whom, and what it changed or why not; who looked and who decided. For reviewers. */
export default class EventTimeline extends LightningElement {
    /** Id of the Background_Check__c. */
    @api recordId?: string;

    labels = labels;
    mayReview = MAY_REVIEW === true;
    entries: Entry[] | undefined;
    hasMore = false;
    errors: string[] = [];

    private first = PAGE;
    private live = createLiveQuery<EventsData>({
        show: (data) => {
            const { events, hasMore } = eventsFromData(data);
            this.entries = entriesOf(events);
            this.hasMore = hasMore;
            this.errors = [];
        },
        fail: (error) => {
            this.entries = undefined;
            this.errors = [labels.timelineFailed, ...ldsErrors(error)];
        },
        isAwaiting: () => true,
    });

    connectedCallback(): void {
        if (this.mayReview) this.live.start();
    }

    disconnectedCallback(): void {
        this.live.stop();
    }

    @wire(graphql, { query: EVENTS_OF_CHECK, variables: '$variables' })
    wiredEvents(result: GraphqlResult): void {
        this.live.receive(result);
    }

    get variables(): Record<string, unknown> | undefined {
        return this.recordId && this.mayReview ? { checkId: this.recordId, first: this.first } : undefined;
    }

    get isLoading(): boolean {
        return !this.entries && !this.hasError;
    }

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    get isEmpty(): boolean {
        return this.entries?.length === 0;
    }

    get hasOlder(): boolean {
        return this.hasMore && !this.hasError;
    }

    handleMore(): void {
        this.first += PAGE;
    }
}

import MAY_REVIEW from '@salesforce/customPermission/Review_Background_Checks';
import { filledLabel } from 'c/filledLabel';
import { ldsErrors } from 'c/ldsErrors';
import { createLiveQuery } from 'c/liveQuery';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { LightningElement, wire } from 'lwc';
import { labels } from './labels';
import { REASONS } from './reason';
import { WAITING_FOR_REVIEW, waitingFromData, type Waiting, type WaitingData } from './waiting';

interface Row extends Waiting {
    age: string;
    ageClass: string;
}

const ANY = '';
const OLD_DAYS = 3;

/** Every check that waits for a reviewer, why and how long; one click opens it. For reviewers. */
export default class ReviewQueue extends LightningElement {
    labels = labels;
    isForOthers = MAY_REVIEW !== true;
    waiting: Waiting[] | undefined;
    errors: string[] = [];
    text = '';
    reason = ANY;
    atLeastDays = ANY;

    reasonOptions = [
        { value: ANY, label: labels.anyReason },
        ...REASONS.map(({ key, label }) => ({ value: key, label })),
    ];
    ageOptions = [
        { value: ANY, label: labels.anyAge },
        { value: '1', label: labels.aDayOrMore },
        { value: '3', label: filledLabel(labels.daysOrMore, 3) },
        { value: '7', label: filledLabel(labels.daysOrMore, 7) },
    ];

    private live = createLiveQuery<WaitingData>({
        show: (data) => {
            this.waiting = waitingFromData(data);
            this.errors = [];
        },
        fail: (error) => {
            this.waiting = undefined;
            this.errors = [labels.queueFailed, ...ldsErrors(error)];
        },
        isAwaiting: () => true,
    });

    connectedCallback(): void {
        if (!this.isForOthers) this.live.start();
    }

    disconnectedCallback(): void {
        this.live.stop();
    }

    @wire(graphql, { query: '$query' })
    wiredWaiting(result: GraphqlResult): void {
        this.live.receive(result);
    }

    get query(): string | undefined {
        return this.isForOthers ? undefined : WAITING_FOR_REVIEW;
    }

    get isLoading(): boolean {
        return !this.isForOthers && !this.waiting && !this.hasError;
    }

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    get isEmpty(): boolean {
        return this.waiting?.length === 0;
    }

    get isNoneFound(): boolean {
        return !this.isEmpty && this.waiting !== undefined && !this.hasRows;
    }

    get hasWaiting(): boolean {
        return (this.waiting?.length ?? 0) > 0;
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get rows(): Row[] {
        const text = this.text.trim().toLowerCase();
        return (this.waiting ?? [])
            .filter(({ number, personName }) => `${number} ${personName}`.toLowerCase().includes(text))
            .filter(({ reason }) => this.reason === ANY || reason.key === this.reason)
            .filter(({ days }) => days >= Number(this.atLeastDays))
            .map((one) => ({ ...one, age: ageInWords(one.days), ageClass: one.days >= OLD_DAYS ? 'old' : '' }));
    }

    get count(): string {
        return filledLabel(labels.shownOfAll, this.rows.length, this.waiting?.length ?? 0);
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
    }

    handleReason(event: CustomEvent<{ value: string }>): void {
        this.reason = event.detail.value;
    }

    handleAge(event: CustomEvent<{ value: string }>): void {
        this.atLeastDays = event.detail.value;
    }
}

function ageInWords(days: number): string {
    if (days === 0) return labels.sinceToday;
    return days === 1 ? labels.oneDay : filledLabel(labels.manyDays, days);
}

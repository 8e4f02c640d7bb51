import MAY_REVIEW from '@salesforce/customPermission/Review_Background_Checks';
import ID from '@salesforce/schema/Background_Check__c.Id';
import REQUESTED_ACTION from '@salesforce/schema/Background_Check__c.Requested_Action__c';
import ConfirmDialog from 'c/confirmDialog';
import type { Fact } from 'c/factList';
import { filledLabel } from 'c/filledLabel';
import { ldsErrors, refusalOf } from 'c/ldsErrors';
import { createLiveQuery } from 'c/liveQuery';
import ReviewDecisionForm, { type Decision } from 'c/reviewDecisionForm';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { updateRecord } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { factsOf } from './facts';
import { labels } from './labels';
import { REVIEW_OF_CHECK, reviewFromData, type Review, type ReviewData } from './review';
import { standingOf, type Standing } from './standing';

/** A reviewer's decision about a check, and what became of it. Nobody but reviewers sees it. */
export default class ReviewDecision extends LightningElement {
    /** Id of the Background_Check__c. */
    @api recordId?: string;

    labels = labels;
    mayReview = MAY_REVIEW === true;
    review: Review | undefined;
    isAnswered = false;
    errors: string[] = [];
    refusals: string[] = [];
    isSaving = false;

    private live = createLiveQuery<ReviewData>({
        show: (data) => {
            this.review = reviewFromData(data);
            this.isAnswered = true;
            this.errors = [];
        },
        fail: (error) => {
            this.review = undefined;
            this.errors = [labels.reviewFailed, ...ldsErrors(error)];
        },
        isAwaiting: () => this.hasError || this.isMoving,
    });

    connectedCallback(): void {
        if (this.mayReview) this.live.start();
    }

    disconnectedCallback(): void {
        this.live.stop();
    }

    @wire(graphql, { query: REVIEW_OF_CHECK, variables: '$variables' })
    wiredReview(result: GraphqlResult): void {
        this.live.receive(result);
    }

    get variables(): Record<string, unknown> | undefined {
        return this.recordId && this.mayReview ? { checkId: this.recordId } : undefined;
    }

    get isLoading(): boolean {
        return !this.isAnswered && !this.hasError;
    }

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    /** What the vendor had against the last decision. */
    get hasProblem(): boolean {
        const { errors = [], errorHelp } = this.review?.check ?? {};
        return errors.length > 0 || errorHelp !== undefined;
    }

    get standing(): Standing | undefined {
        return this.review && standingOf(this.review);
    }

    get facts(): Fact[] {
        return this.review ? factsOf(this.review) : [];
    }

    handleFinalize(): Promise<void> {
        return this.decide('clear');
    }

    handleAdverse(): Promise<void> {
        return this.decide('adverse');
    }

    async handleCancelAdverse(): Promise<void> {
        const isConfirmed = await ConfirmDialog.open({
            label: labels.cancelAdverse,
            size: 'small',
            action: labels.cancelAdverse,
            question: filledLabel(
                labels.cancelAdverseQuestion,
                this.review?.personName ?? this.review?.check.number ?? '',
            ),
        });
        if (isConfirmed === true) await this.cancelAdverse();
    }

    private get isMoving(): boolean {
        const { check, adverseAction } = this.review ?? {};
        return (check?.isOpen ?? false) || check?.requestedAction !== undefined || adverseAction === 'Requested';
    }

    /** The revision is the one on the screen now: what arrives while the dialog is open was not seen. */
    private async decide(decision: Decision): Promise<void> {
        const { check, personName, revision } = this.review ?? {};
        if (!check) return;
        this.refusals = [];
        const isDecided = await ReviewDecisionForm.open({
            label: decision === 'clear' ? labels.finalizeClear : labels.initiateAdverse,
            size: 'small',
            decision,
            checkId: check.id,
            checkNumber: check.number,
            personName: personName ?? check.number,
            revision,
        });
        if (isDecided) await this.follow(labels.decisionSaved);
    }

    private async cancelAdverse(): Promise<void> {
        this.refusals = [];
        this.isSaving = true;
        try {
            await updateRecord({
                fields: {
                    [ID.fieldApiName]: this.recordId ?? '',
                    [REQUESTED_ACTION.fieldApiName]: 'Cancel Adverse Action',
                },
            });
            await this.follow(labels.cancelAdverseAsked);
        } catch (error) {
            this.refusals = refusalOf(error, { failed: labels.actionFailed, notAllowed: labels.notInReview });
        } finally {
            this.isSaving = false;
        }
    }

    private async follow(title: string): Promise<void> {
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
        this.live.hurry();
        await this.live.refresh();
    }
}

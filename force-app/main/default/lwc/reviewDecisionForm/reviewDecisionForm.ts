import { dayOf } from 'c/calendar';
import { filledLabel } from 'c/filledLabel';
import { ldsErrors } from 'c/ldsErrors';
import { saveAndClose } from 'c/saveAndClose';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { api, wire } from 'lwc';
import { ADVERSE_ITEMS, itemsFromData, type AdverseItem, type ItemsData } from './adverseItems';
import { labels } from './labels';
import { saveDecision, type Decision } from './saveDecision';

export type { Decision };

const SHORTEST_REASON = 10;
/** Checkr's own waiting time between the two notices; the law of some places asks for more. */
const NOTICE_MS = 7 * 86_400_000;

/** Dialog in which a reviewer decides. Closes with `decided`, or with nothing when canceled. */
export default class ReviewDecisionForm extends LightningModal {
    @api decision: Decision = 'clear';
    /** Id and number of the Background_Check__c. */
    @api checkId = '';
    @api checkNumber = '';
    @api personName = '';
    /** Source_Read_At__c the reviewer saw, in Unix milliseconds. */
    @api revision?: number;

    labels = labels;
    reason = '';
    items: AdverseItem[] | undefined;
    citedIds: string[] = [];
    earliestNotice = dayOf(Date.now() + NOTICE_MS);
    postNoticeDay = this.earliestNotice;
    errors: string[] = [];
    isSaving = false;

    @wire(graphql, { query: ADVERSE_ITEMS, variables: '$variables' })
    wiredItems({ data, errors }: GraphqlResult): void {
        if (errors?.length) {
            this.items = undefined;
            this.errors = [labels.itemsFailed, ...ldsErrors(errors)];
        }
        if (!data) return;
        this.items = itemsFromData(data as ItemsData);
        this.citedIds = this.items.filter(({ isCited }) => isCited).map(({ id }) => id);
    }

    get variables(): Record<string, unknown> | undefined {
        return this.isAdverse ? { checkId: this.checkId } : undefined;
    }

    get isAdverse(): boolean {
        return this.decision === 'adverse';
    }

    get title(): string {
        return this.isAdverse ? labels.initiateAdverse : labels.finalizeClear;
    }

    get explanation(): string {
        const words = this.isAdverse ? labels.adverseExplained : labels.clearExplained;
        return filledLabel(words, this.checkNumber, this.personName);
    }

    get confirmVariant(): string {
        return this.isAdverse ? 'destructive' : 'brand';
    }

    get itemOptions(): { label: string; value: string }[] {
        return (this.items ?? []).map(({ id, text }) => ({ value: id, label: text }));
    }

    get hasItems(): boolean {
        return this.itemOptions.length > 0;
    }

    get hasNoItems(): boolean {
        return this.items?.length === 0;
    }

    get isLoading(): boolean {
        return this.isAdverse && !this.items && this.errors.length === 0;
    }

    get isConfirmDisabled(): boolean {
        const isReasonShort = this.reason.trim().length < SHORTEST_REASON;
        return isReasonShort || (this.isAdverse && !this.isAdverseComplete);
    }

    handleReason(event: CustomEvent<{ value: string }>): void {
        this.reason = event.detail.value;
    }

    handleItems(event: CustomEvent<{ value: string[] }>): void {
        this.citedIds = event.detail.value;
    }

    handleNoticeDay(event: CustomEvent<{ value: string }>): void {
        this.postNoticeDay = event.detail.value;
    }

    handleCancel(): void {
        this.close();
    }

    async handleConfirm(): Promise<void> {
        if (this.isConfirmDisabled) return;
        const save = async () => {
            await saveDecision({
                checkId: this.checkId,
                decision: this.decision,
                reason: this.reason.trim(),
                revision: this.revision,
                items: this.items ?? [],
                citedIds: this.citedIds,
                postNoticeDay: this.postNoticeDay,
            });
            return 'decided';
        };
        await saveAndClose(this, save, { failed: labels.actionFailed, notAllowed: labels.notInReview });
    }

    /** A report without items can still end in an adverse action: of another vendor, or by what a person found. */
    private get isAdverseComplete(): boolean {
        const isCited = this.hasNoItems || this.citedIds.length > 0;
        return this.items !== undefined && isCited && this.postNoticeDay >= this.earliestNotice;
    }
}

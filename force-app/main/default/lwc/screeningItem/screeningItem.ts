import type { Fact } from 'c/factList';
import { filledLabel } from 'c/filledLabel';
import type { Screening } from 'c/screenings';
import { api, LightningElement } from 'lwc';
import { durationInWords } from './durationInWords';
import { labels } from './labels';
import { flagInWords, reasonInWords, typeInWords } from './words';

/** One screening of a report: its outcome in a line, the rest when opened. */
export default class ScreeningItem extends LightningElement {
    /** The screening shown. */
    @api screening: Screening | undefined;

    labels = labels;
    isOpen = false;

    get title(): string {
        const { type = '', jurisdiction } = this.screening ?? {};
        return jurisdiction ? `${typeInWords(type)} · ${jurisdiction}` : typeInWords(type);
    }

    /** Never green: only a check as a whole can be a pass. */
    get outcomeClass(): string {
        return this.isNotClear ? 'slds-theme_warning' : '';
    }

    get outcomeIcon(): string | undefined {
        return this.isNotClear ? 'utility:warning' : undefined;
    }

    get outcome(): string {
        const { status, result } = this.screening ?? {};
        const isComplete = status === undefined || status.value === 'Complete';
        return (isComplete ? (result?.label ?? status?.label) : status?.label) ?? '';
    }

    get records(): string | undefined {
        const count = this.screening?.recordCount;
        if (count === undefined) return undefined;
        return count === 1 ? labels.oneRecord : filledLabel(labels.manyRecords, count);
    }

    get flags(): string[] {
        return (this.screening?.flags ?? []).map(flagInWords);
    }

    get hasFlags(): boolean {
        return this.flags.length > 0;
    }

    get facts(): Fact[] {
        const { status, result, completedAt, turnaroundSeconds: seconds } = this.screening ?? {};
        const turnaround = seconds === undefined ? undefined : durationInWords(seconds);
        return [
            { name: 'status', label: labels.status, text: status?.label },
            { name: 'result', label: labels.result, text: result?.label },
            { name: 'cancellation', label: labels.canceledBecause, text: this.cancellation },
            { name: 'completed-on', label: labels.completedOn, moment: completedAt },
            { name: 'turnaround', label: labels.turnaround, text: turnaround },
        ];
    }

    get chevron(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    private get cancellation(): string | undefined {
        const { cancellationReason, status } = this.screening ?? {};
        if (cancellationReason) return reasonInWords(cancellationReason);
        return status?.value === 'Canceled' ? labels.reasonUnknown : undefined;
    }

    private get isNotClear(): boolean {
        const result = this.screening?.result?.value;
        return result !== undefined && result !== 'Clear';
    }
}

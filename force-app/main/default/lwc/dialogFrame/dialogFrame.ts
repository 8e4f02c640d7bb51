import { api, LightningElement } from 'lwc';

/**
 * Frame of our dialogs: title, what the org has against a request, the dialog's own content, and two buttons.
 * Fires `cancel` and `confirm`; closing is the dialog's part, since only a LightningModal can.
 */
export default class DialogFrame extends LightningElement {
    @api label = '';
    @api cancelLabel = '';
    @api confirmLabel = '';
    /** Variant of lightning-button. */
    @api confirmVariant = 'brand';
    @api isConfirmDisabled = false;
    /** While it is set nothing can be clicked. */
    @api isSaving = false;
    /** What the spinner says to who cannot see it. */
    @api savingLabel = '';
    @api errors: string[] = [];

    get cannotConfirm(): boolean {
        return this.isSaving || this.isConfirmDisabled;
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleConfirm(): void {
        this.dispatchEvent(new CustomEvent('confirm'));
    }
}

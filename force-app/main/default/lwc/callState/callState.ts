import { api, LightningElement } from 'lwc';

/** How a call to the org goes: a spinner while it runs, sentences when it failed, otherwise nothing. */
export default class CallState extends LightningElement {
    @api isBusy = false;
    /** What the spinner says to who cannot see it. */
    @api busyLabel = '';
    /** Each is a paragraph of its own; none may appear twice. */
    @api errors: string[] = [];
    /** Class of SLDS for the margin of the sentences. */
    @api spacing = '';

    get hasError(): boolean {
        return this.errors.length > 0;
    }

    get errorClass(): string {
        return `error slds-text-color_error ${this.spacing}`.trim();
    }
}

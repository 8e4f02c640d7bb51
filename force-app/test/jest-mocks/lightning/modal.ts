import { LightningElement } from 'lwc';

/** Stands for lightning/modal, which the test preset lacks: `close` becomes an event that tests can hear. */
export default class LightningModal extends LightningElement {
    static open = jest.fn();

    disableClose = false;

    close(result?: unknown): void {
        this.dispatchEvent(new CustomEvent('close', { detail: result }));
    }
}

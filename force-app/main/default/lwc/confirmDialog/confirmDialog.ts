import LightningModal from 'lightning/modal';
import { api } from 'lwc';
import { labels } from './labels';

/**
 * Dialog that asks before something that cannot be taken back. Closes with true when confirmed, else with nothing.
 * It is our own because the buttons of lightning/confirm are called OK and Cancel, whatever is being canceled.
 */
export default class ConfirmDialog extends LightningModal {
    /** What is about to be done; also the name of the button that does it. */
    @api action = '';
    @api question = '';

    labels = labels;

    handleBack(): void {
        this.close();
    }

    handleConfirm(): void {
        this.close(true);
    }
}

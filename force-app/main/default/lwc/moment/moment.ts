import { timeZone } from 'c/calendar';
import { api, LightningElement } from 'lwc';

/** Date and time of something that happened, in the user's time zone. */
export default class Moment extends LightningElement {
    /** ISO 8601; nothing is shown where it is undefined. */
    @api value: string | undefined;
    /** To the second, where what happened comes in quick order. */
    @api hasSeconds = false;

    timeZone = timeZone;

    get second(): string | undefined {
        return this.hasSeconds ? '2-digit' : undefined;
    }
}

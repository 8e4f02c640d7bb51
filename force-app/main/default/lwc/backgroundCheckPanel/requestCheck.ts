import RequestBackgroundCheck from 'c/requestBackgroundCheck';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { labels } from './labels';

/** Opens the dialog for the person on the page. @returns what to say when a check was requested; undefined when it was not. */
export async function requestCheck(person: {
    personId: string | undefined;
    personObject: string | undefined;
}): Promise<ShowToastEvent | undefined> {
    const checkId = await RequestBackgroundCheck.open({ label: labels.request, size: 'small', ...person });
    if (!checkId) return undefined;
    return new ShowToastEvent({ title: labels.requested, message: labels.requestedHint, variant: 'success' });
}

import type { Check } from 'c/checksOfPerson';
import { labels } from './labels';

/** A button below a check. */
export interface Action {
    name: string;
    /** Value of Requested_Action__c. */
    value: string;
    label: string;
    /** Said when the org took the request. */
    done: string;
    /** The question asked first. */
    confirm: string | undefined;
}

const RESEND: Action = {
    name: 'resend',
    value: 'Resend Invitation',
    label: labels.resend,
    done: labels.resent,
    confirm: undefined,
};
const CANCEL: Action = {
    name: 'cancel',
    value: 'Cancel',
    label: labels.cancelCheck,
    done: labels.cancelAsked,
    confirm: labels.cancelQuestion,
};

/** Every such button. */
export const ACTIONS = [RESEND, CANCEL];

const CANCELABLE = ['Requested', 'Candidate Created', 'Invited', 'Error'];
const UPGRADABLE = ['In Progress', 'Suspended', 'Review Required', 'Completed'];

/** Whether screenings of a higher package may be added to the report of a check. */
export function canUpgrade({ status, requestedAction, hasReport }: Check): boolean {
    return hasReport && !requestedAction && UPGRADABLE.includes(status.value);
}

/** The buttons of a check: none while the vendor was not told yet what was asked for last. */
export function actionsFor({ status, requestedAction }: Check): Action[] {
    if (requestedAction) return [];
    const isInvited = status.value === 'Invited';
    return ACTIONS.filter((action) => (action === RESEND ? isInvited : CANCELABLE.includes(status.value)));
}

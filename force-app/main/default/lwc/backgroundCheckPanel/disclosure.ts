import { labels } from './labels';

/** How the button that opens the results looks. */
export interface Disclosure {
    label: string;
    icon: string;
    /** For `aria-expanded`. */
    expanded: string;
}

/** The button for results that are open, or not. */
export function disclosureOf(isOpen: boolean): Disclosure {
    return isOpen
        ? { label: labels.hideResults, icon: 'utility:chevrondown', expanded: 'true' }
        : { label: labels.showResults, icon: 'utility:chevronright', expanded: 'false' };
}

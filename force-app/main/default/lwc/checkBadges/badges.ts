import type { Check } from 'c/checksOfPerson';
import { labels } from './labels';

/** A word that stands out; colours only repeat what the word says. */
export interface Badge {
    key: string;
    label: string;
    className: string;
    iconName: string | undefined;
}

/** The badges of a check. Green, and the words that could be read as a pass, are for cleared checks alone. */
export function badgesOf(check: Check): Badge[] {
    const outcome = outcomeOf(check);
    const details = [
        plain(labels.result, check.isCleared || check.result?.value !== 'Clear' ? check.result?.label : undefined),
        plain(
            labels.assessment,
            check.isCleared || check.assessment?.value !== 'Eligible' ? check.assessment?.label : undefined,
        ),
        plain(
            labels.adjudication,
            check.isCleared || check.adjudication?.value !== 'Engaged' ? check.adjudication?.label : undefined,
        ),
    ];
    return [outcome, ...details].filter((badge) => badge !== undefined);
}

function outcomeOf(check: Check): Badge | undefined {
    if (check.isCleared) return colored(labels.cleared, 'slds-theme_success', 'utility:success');
    const { value, label } = check.status;
    if (value === 'Review Required') return colored(label, 'slds-theme_warning', 'utility:warning');
    if (value === 'Error') return colored(label, 'slds-theme_error', 'utility:error');
    if (value === 'Completed') return colored(labels.notCleared, 'slds-theme_error', 'utility:ban');
    const isOffTheWay = ['Suspended', 'Disputed', 'Canceled', 'Expired'].includes(value);
    return isOffTheWay ? colored(label, '', undefined) : undefined;
}

function colored(label: string, className: string, iconName: string | undefined): Badge {
    return { key: 'outcome', label, className, iconName };
}

function plain(name: string, value: string | undefined): Badge | undefined {
    return value === undefined
        ? undefined
        : { key: name, label: `${name}: ${value}`, className: '', iconName: undefined };
}

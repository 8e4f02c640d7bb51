import type { Check } from 'c/checksOfPerson';
import type { Standing } from 'c/clearance';
import { labels } from './labels';

/** A word that stands out; colours only repeat what the word says. */
export interface Badge {
    key: string;
    label: string;
    className: string;
    iconName: string | undefined;
}

/**
 * The badges of a check. Green is for a pass that counts alone, and the words that could be read as a pass for cleared checks.
 * @param standing among the checks of its person; undefined where that is not known, or the status says it all.
 */
export function badgesOf(check: Check, standing: Standing | undefined): Badge[] {
    const outcome = standing ? ofStanding(standing) : ofStatus(check);
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

function ofStanding(standing: Standing): Badge {
    if (standing === 'cleared') return colored(labels.cleared, 'slds-theme_success', 'utility:success');
    if (standing === 'not cleared') return colored(labels.notCleared, 'slds-theme_error', 'utility:ban');
    return colored(standing === 'nothing new' ? labels.nothingNew : labels.wasCleared, '', undefined);
}

function ofStatus({ status: { value, label } }: Check): Badge | undefined {
    if (value === 'Review Required') return colored(label, 'slds-theme_warning', 'utility:warning');
    if (value === 'Error') return colored(label, 'slds-theme_error', 'utility:error');
    const isShown = ['Suspended', 'Disputed', 'Canceled', 'Expired', 'Completed'].includes(value);
    return isShown ? colored(label, '', undefined) : undefined;
}

function colored(label: string, className: string, iconName: string | undefined): Badge {
    return { key: 'outcome', label, className, iconName };
}

function plain(name: string, value: string | undefined): Badge | undefined {
    return value === undefined
        ? undefined
        : { key: name, label: `${name}: ${value}`, className: '', iconName: undefined };
}

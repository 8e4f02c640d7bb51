import type { Check } from 'c/checksOfPerson';
import { labels } from './labels';

/** Why a check waits, for filtering and in words. */
export interface Reason {
    key: string;
    label: string;
}

/** Every reason there is, in the order they are offered. */
export const REASONS: Reason[] = [
    { key: 'disputed', label: labels.waitsDisputed },
    { key: 'undelivered', label: labels.waitsUndelivered },
    { key: 'adverse', label: labels.waitsAdverse },
    { key: 'consider', label: labels.waitsConsider },
    { key: 'assessment', label: labels.waitsAssessment },
    { key: 'canceled', label: labels.waitsCanceled },
    { key: 'other', label: labels.waitsOther },
];

/** The reason that matters most. @param adverseAction value of Adverse_Action_Status__c. */
export function reasonOf(check: Check, adverseAction: string | undefined): Reason {
    const key = keyOf(check, adverseAction);
    return REASONS.find((reason) => reason.key === key) ?? { key, label: key };
}

function keyOf(check: Check, adverseAction: string | undefined): string {
    if (adverseAction === 'Disputed') return 'disputed';
    if (adverseAction === 'Notice Not Delivered') return 'undelivered';
    if (adverseAction === 'Requested' || adverseAction === 'Pending') return 'adverse';
    if (check.adjudication?.value === 'Pre-Adverse Action') return 'adverse';
    if (check.result && check.result.value !== 'Clear') return 'consider';
    if (check.assessment && check.assessment.value !== 'Eligible') return 'assessment';
    return check.includesCanceled ? 'canceled' : 'other';
}

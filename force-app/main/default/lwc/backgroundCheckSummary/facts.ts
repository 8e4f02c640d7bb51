import type { Check } from 'c/checksOfPerson';
import type { Fact } from 'c/factList';
import { filledLabel } from 'c/filledLabel';
import { labels } from './labels';

/** What is known about a check, in the order shown. */
export function factsOf(check: Check): Fact[] {
    return [
        { name: 'number', label: labels.number, text: check.number, recordId: check.id },
        { name: 'status', label: labels.status, text: check.status.label },
        { name: 'package', label: labels.packageName, text: check.packageName ?? labels.defaultPackage },
        { name: 'requested-on', label: labels.requestedOn, moment: check.requestedAt },
        { name: 'requested-by', label: labels.requestedBy, text: check.requestedBy },
        {
            name: 'estimated-completion',
            label: labels.estimatedCompletion,
            day: check.isOpen ? check.estimatedCompletion : undefined,
        },
        { name: 'estimated-days', label: labels.estimatedCompletion, text: daysLeft(check) },
        { name: 'completed-on', label: labels.reportCompletedOn, moment: check.completedAt },
    ];
}

/** Of a vendor that names no day. */
function daysLeft({ isOpen, estimatedCompletion, estimatedDays }: Check): string | undefined {
    const isShown = isOpen && !estimatedCompletion && estimatedDays !== undefined;
    return isShown ? filledLabel(labels.estimatedDays, estimatedDays) : undefined;
}

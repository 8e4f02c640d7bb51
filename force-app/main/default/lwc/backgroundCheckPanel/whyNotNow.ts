import type { CheckAccess } from 'c/checkAccess';
import type { Check } from 'c/checksOfPerson';
import { labels } from './labels';

/** Who looks at whose card. */
interface Situation {
    access: CheckAccess | undefined;
    /** False on the page of a check, which requests nothing. */
    isPersonPage: boolean;
    isConverted: boolean;
    /** The newest first. */
    checks: Check[];
}

/** What stands against another request, in a sentence; undefined where nothing does. */
export function whyNotNow({ access, isPersonPage, isConverted, checks }: Situation): string | undefined {
    if (access === 'none') return labels.noAccess;
    if (!isPersonPage) return undefined;
    if (isConverted) return labels.isContact;
    if (access === 'see') return labels.mayNotRequest;
    if (checks.some(({ isOpen }) => isOpen)) return labels.oneIsOpen;
    return checks[0]?.status.value === 'Error' ? labels.oneFailed : undefined;
}

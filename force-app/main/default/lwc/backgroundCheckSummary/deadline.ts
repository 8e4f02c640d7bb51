import { addDays, dayOf, daysBetween, shownDay, today, type Day } from 'c/calendar';
import type { Check } from 'c/checksOfPerson';
import { filledLabel } from 'c/filledLabel';
import { labels } from './labels';

/** Checkr cancels a suspended report that many days later. */
const SUSPENDED_DAYS = 30;

const INVITATION = {
    later: labels.invitationExpiresIn,
    tomorrow: labels.invitationExpiresTomorrow,
    today: labels.invitationExpiresToday,
};
const SUSPENDED = {
    later: labels.suspendedCanceledIn,
    tomorrow: labels.suspendedCanceledTomorrow,
    today: labels.suspendedCanceledToday,
};

/** What happens to a check, and when, if the applicant does nothing; undefined when nothing does. */
export function deadlineOf({ status, invitationExpiresAt, suspendedAt }: Check): string | undefined {
    if (status.value === 'Invited' && invitationExpiresAt) return sentence(INVITATION, dayOf(invitationExpiresAt));
    if (status.value !== 'Suspended' || !suspendedAt) return undefined;
    return sentence(SUSPENDED, addDays(dayOf(suspendedAt), SUSPENDED_DAYS));
}

/** A day that has passed without the vendor's word counts as today. */
function sentence(words: typeof INVITATION, day: Day): string {
    const days = daysBetween(today(), day);
    if (days <= 0) return words.today;
    return days === 1 ? words.tomorrow : filledLabel(words.later, days, shownDay(day));
}

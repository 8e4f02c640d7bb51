import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

const DAY_MS = 86_400_000;

/** The zone of the user's settings, which need not be the one of the browser. */
export const timeZone = TIME_ZONE;

/** A day of the calendar, `YYYY-MM-DD`. */
export type Day = string;

/** The day of a moment (ISO 8601 or Unix milliseconds) where the user is. */
export function dayOf(moment: string | number): Day {
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone: TIME_ZONE,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
    });
    const parts = new Map(format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Today where the user is. */
export function today(): Day {
    return dayOf(Date.now());
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
    return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day that many days later. */
export function addDays(day: Day, days: number): Day {
    return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The last second of a day where the user is, in ISO 8601. */
export function endOf(day: Day): string {
    const inUtc = Date.parse(`${day}T23:59:59Z`);
    // The offset may be another one at the end of the day itself: the clocks change in between.
    const near = inUtc - offsetAt(inUtc);
    return new Date(inUtc - offsetAt(near)).toISOString();
}

/** By how many milliseconds the clocks of the user are ahead of UTC. */
function offsetAt(moment: number): number {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'medium' });
    return Date.parse(`${format.format(moment).replace(' ', 'T')}Z`) - moment;
}

/** A day as the user writes it, the month in words, as short as lists of facts show it. */
export function shownDay(day: Day): string {
    return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}

/** A number of years before a day; the 29th of February becomes the 1st of March. */
export function yearsBefore(day: Day, years: number): Day {
    const date = new Date(day);
    date.setUTCFullYear(date.getUTCFullYear() - years);
    return date.toISOString().slice(0, 10);
}

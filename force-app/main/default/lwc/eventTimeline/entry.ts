import { filledLabel } from 'c/filledLabel';
import { labels } from './labels';
import type { CheckEvent } from './events';

/** An event as the timeline shows it. */
export interface Entry extends CheckEvent {
    title: string;
    /** How many equal ones in a row it stands for. */
    count: number;
    /** From whom, and what became of it. */
    origin: string;
    iconName: string;
    itemClass: string;
}

const LATE_MS = 60_000;

const ICONS: Record<string, string> = {
    Applied: 'utility:success',
    Late: 'utility:clock',
    Parked: 'utility:pause',
    Ignored: 'utility:dash',
    Failed: 'utility:error',
    Viewed: 'utility:preview',
    Requested: 'utility:user',
};

/** The events as the timeline shows them; equal ones in a row are one entry, with the time of the newest. */
export function entriesOf(events: CheckEvent[]): Entry[] {
    const entries: Entry[] = [];
    for (const entry of events.map(entryOf)) {
        const last = entries.at(-1);
        if (last && looksOf(last) === looksOf(entry)) last.count += 1;
        else entries.push(entry);
    }
    return entries.map((entry) => ({ ...entry, title: countedTitle(entry) }));
}

function countedTitle({ count, title }: Entry): string {
    return count > 1 ? filledLabel(labels.manyEvents, count, title) : title;
}

function looksOf({ title, origin, summary, reason }: Entry): string {
    return JSON.stringify([title, origin, summary, reason]);
}

/** The event with a title in words and an icon that repeats its outcome. */
function entryOf(event: CheckEvent): Entry {
    const outcome = event.outcome?.value ?? '';
    return {
        ...event,
        occurredAt: isLate(event) ? event.occurredAt : undefined,
        origin: [originOf(event), event.outcome?.label].filter(Boolean).join(' · '),
        count: 1,
        title: titleOf(event),
        iconName: ICONS[outcome] ?? 'utility:record',
        itemClass: `entry slds-media ${outcome === 'Failed' ? 'entry_failed' : ''}`.trim(),
    };
}

function titleOf({ type, outcome }: CheckEvent): string {
    if (outcome?.value === 'Viewed') return labels.resultsViewed;
    return outcome?.value === 'Requested' && type === 'Order' ? labels.requested : inWords(type);
}

function originOf({ source, person }: CheckEvent): string | undefined {
    return person ?? source;
}

/** When something happened is worth a line only where it came in noticeably later. */
function isLate({ occurredAt, receivedAt }: CheckEvent): boolean {
    if (occurredAt === undefined || receivedAt === undefined) return occurredAt !== undefined;
    return Date.parse(receivedAt) - Date.parse(occurredAt) >= LATE_MS;
}

/** `report.pre_adverse_action` becomes `Report pre adverse action`. */
function inWords(type: string | undefined): string {
    if (type === undefined) return labels.unnamedEvent;
    const words = type.replace(/[._]+/g, ' ').trim();
    return words.charAt(0).toUpperCase() + words.slice(1);
}

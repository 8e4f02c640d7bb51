import { labels } from './labels';
import type { CheckEvent } from './events';

/** An event as the timeline shows it. */
export interface Entry extends CheckEvent {
    title: string;
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
};

/** The event with a title in words and an icon that repeats its outcome. */
export function entryOf(event: CheckEvent): Entry {
    const outcome = event.outcome?.value ?? '';
    return {
        ...event,
        occurredAt: isLate(event) ? event.occurredAt : undefined,
        origin: [originOf(event), event.outcome?.label].filter(Boolean).join(' · '),
        title: outcome === 'Viewed' ? labels.resultsViewed : inWords(event.type),
        iconName: ICONS[outcome] ?? 'utility:record',
        itemClass: `entry slds-media ${outcome === 'Failed' ? 'entry_failed' : ''}`.trim(),
    };
}

function originOf({ source, viewedBy }: CheckEvent): string | undefined {
    return viewedBy ?? source;
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

import { labels } from './labels';
import type { CheckEvent } from './events';

/** An event as the timeline shows it. */
export interface Entry extends CheckEvent {
    title: string;
    iconName: string;
    itemClass: string;
}

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
        title: outcome === 'Viewed' ? labels.resultsViewed : inWords(event.type),
        iconName: ICONS[outcome] ?? 'utility:record',
        itemClass: `entry slds-media ${outcome === 'Failed' ? 'entry_failed' : ''}`.trim(),
    };
}

/** `report.pre_adverse_action` becomes `Report pre adverse action`. */
function inWords(type: string | undefined): string {
    if (type === undefined) return labels.unnamedEvent;
    const words = type.replace(/[._]+/g, ' ').trim();
    return words.charAt(0).toUpperCase() + words.slice(1);
}

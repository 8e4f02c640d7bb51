import { ldsErrors } from 'c/ldsErrors';
import { labels } from './labels';

/** What the dialog reads before anything is paid for. */
export type Part = 'person' | 'checks' | 'sharedEmail';

const SENTENCES: Record<Part, string> = {
    person: labels.personUnread,
    checks: labels.checksUnread,
    sharedEmail: labels.emailUnread,
};

/** What could not be read and what that means, with the words of the org; a part without an error says nothing. */
export function unreadSentences(errors: Partial<Record<Part, unknown>>): string[] {
    const parts = (Object.keys(SENTENCES) as Part[]).filter((part) => errors[part] !== undefined);
    return [...new Set(parts.flatMap((part) => [SENTENCES[part], ...ldsErrors(errors[part])]))];
}

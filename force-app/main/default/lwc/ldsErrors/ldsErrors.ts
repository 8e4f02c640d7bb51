type Bag = Record<string, unknown>;

/** The keys under which LDS, the UI API and GraphQL nest further errors, the most telling first. */
const NESTED = ['fieldErrors', 'errors', 'pageErrors', 'output', 'body'];

/**
 * Turns whatever Lightning Data Service, the UI API or GraphQL answered into sentences for the user.
 * The sentences of single fields and rules win over the general one they are wrapped in; none appears twice.
 * Gives an empty list when the error says nothing at all.
 */
export function ldsErrors(error: unknown): string[] {
    return [...new Set(messagesIn(error))];
}

/** What is said where the org itself has no plain sentence. */
export interface RefusalWords {
    /** The refusal has no words at all. */
    failed: string;
    /** The user may see the record, but not change it. */
    notAllowed?: string;
}

/** The sentences about a refused change, never none. */
export function refusalOf(error: unknown, { failed, notAllowed }: RefusalWords): string[] {
    if (notAllowed !== undefined && hasErrorCode(error, 'INSUFFICIENT_ACCESS_OR_READONLY')) return [notAllowed];
    const messages = ldsErrors(error);
    return messages.length > 0 ? messages : [failed];
}

/** True when the error, or one nested in it, carries that code, like `DUPLICATE_VALUE`. */
export function hasErrorCode(error: unknown, code: string): boolean {
    if (typeof error !== 'object' || error === null) return false;
    const bag = error as Bag;
    return bag.errorCode === code || Object.values(bag).some((nested) => hasErrorCode(nested, code));
}

function messagesIn(error: unknown): string[] {
    if (typeof error === 'string') return error.trim() ? [error.trim()] : [];
    if (Array.isArray(error)) return error.flatMap(messagesIn);
    if (typeof error !== 'object' || error === null) return [];
    const bag = error as Bag;
    const nested = NESTED.flatMap((key) => nestedMessages(key, bag[key]));
    if (nested.length > 0) return nested;
    return messagesIn(bag.message ?? bag.statusText);
}

/** Field errors are lists by field name; the others are errors themselves. */
function nestedMessages(key: string, nested: unknown): string[] {
    const isByField = key === 'fieldErrors' && typeof nested === 'object' && nested !== null;
    return messagesIn(isByField ? Object.values(nested) : nested);
}

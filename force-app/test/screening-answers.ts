import { checkNode, type CheckValues } from './check-answers';

const COMPLETE: CheckValues = {
    Id: 'a02000000000001AAA',
    Type__c: 'county_criminal_search',
    Status__c: 'Complete',
    Result__c: 'Clear',
};

/** A complete county search, changed by `values`. */
export function screeningNode(values: CheckValues = {}): { Id: string; [field: string]: string | { value: unknown } } {
    const all = { ...COMPLETE, ...values };
    const fields = Object.entries(all).map(([field, value]) => [field, field === 'Id' ? value : fieldOf(value)]);
    return Object.fromEntries(fields) as { Id: string };
}

/** The answer to the query for the results of a check. */
export function resultsAnswer(check: CheckValues, ...screenings: CheckValues[]): unknown {
    const query = {
        Background_Check__c: { edges: [{ node: checkNode(check) }] },
        Background_Check_Screening__c: { edges: screenings.map((values) => ({ node: screeningNode(values) })) },
    };
    return { uiapi: { query } };
}

function fieldOf(value: unknown): { value: unknown; displayValue: string | null } {
    return { value, displayValue: typeof value === 'string' ? value : null };
}

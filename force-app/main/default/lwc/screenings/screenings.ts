interface Field {
    value: unknown;
    displayValue?: string | null;
}

/** One screening as GraphQL gives it. */
export interface ScreeningNode {
    Id: string;
    [field: string]: string | Field | null | undefined;
}

/** A picklist value with its translated label. */
export interface Choice {
    value: string;
    label: string;
}

/** One search or verification of a report; what is blank is undefined. Times are ISO 8601. */
export interface Screening {
    id: string;
    /** The vendor's word: `county_criminal_search`. */
    type: string;
    jurisdiction: string | undefined;
    status: Choice | undefined;
    result: Choice | undefined;
    completedAt: string | undefined;
    turnaroundSeconds: number | undefined;
    recordCount: number | undefined;
    /** The vendor's words: `dob_mismatch`. */
    flags: string[];
    /** The vendor's word. */
    cancellationReason: string | undefined;
    error: string | undefined;
    summary: string | undefined;
}

/** Reads one screening out of a GraphQL answer. */
export function screeningFromNode(node: ScreeningNode): Screening {
    return {
        id: node.Id,
        type: text(node.Type__c) ?? '',
        jurisdiction: text(node.Jurisdiction__c),
        status: choice(node.Status__c),
        result: choice(node.Result__c),
        completedAt: text(node.Completed_At__c),
        turnaroundSeconds: number(node.Turnaround_Seconds__c),
        recordCount: number(node.Record_Count__c),
        flags: (text(node.Flags__c) ?? '').split(';').filter(Boolean),
        cancellationReason: text(node.Cancellation_Reason__c),
        error: text(node.Error__c),
        summary: text(node.Summary__c),
    };
}

function text(field: ScreeningNode[string]): string | undefined {
    const value = (field as Field | null | undefined)?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(field: ScreeningNode[string]): number | undefined {
    const value = (field as Field | null | undefined)?.value;
    return typeof value === 'number' ? value : undefined;
}

function choice(field: ScreeningNode[string]): Choice | undefined {
    const value = text(field);
    return value === undefined ? undefined : { value, label: (field as Field).displayValue ?? value };
}

/** Values of a check by field, as GraphQL gives them; parents by `Package__r` and `Requested_By__r`. */
export type CheckValues = Record<string, unknown>;

const INVITED: CheckValues = {
    Id: 'a00000000000001AAA',
    Name: 'BC-000001',
    Status__c: 'Invited',
    Cleared__c: false,
    Package__r: 'Basic',
    Requested_By__r: 'Rita Requester',
    Requested_At__c: '2026-11-20T16:00:00.000Z',
    Estimated_Completion__c: '2026-11-27',
    Checkr_Candidate_Id__c: 'candidate-1',
    Checkr_Invitation_Id__c: 'invitation-1',
    Invitation_URL__c: 'https://apply.example.com/invite/1',
};

/** What makes a check a pass. */
export const PASS = {
    Status__c: 'Completed',
    Result__c: 'Clear',
    Cleared__c: true,
    Completed_At__c: '2026-03-12T18:00:00.000Z',
    Found_Clear_At__c: '2026-03-12T18:00:00.000Z',
} satisfies CheckValues;

/** An invited check of Rita Requester, changed by `values`. */
export function checkNode(values: CheckValues = {}): { Id: string } & CheckValues {
    const all: CheckValues = { ...INVITED, ...values };
    const fields = Object.entries(all).map(([field, value]) => [
        field,
        field === 'Id' ? value : graphqlField(field, value),
    ]);
    return Object.fromEntries(fields) as { Id: string } & CheckValues;
}

/** The answer to the query for checks, with these checks, the newest first. */
export function checksAnswer(...checks: CheckValues[]): unknown {
    return {
        uiapi: { query: { Background_Check__c: { edges: checks.map((check) => ({ node: checkNode(check) })) } } },
    };
}

function graphqlField(field: string, value: unknown): unknown {
    return field.endsWith('__r')
        ? { Name: { value } }
        : { value, displayValue: typeof value === 'string' ? value : null };
}

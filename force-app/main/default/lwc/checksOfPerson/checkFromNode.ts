import ERROR_CANDIDATE from '@salesforce/schema/Background_Check__c.Error_Create_Candidate__c';
import ERROR_INVITATION from '@salesforce/schema/Background_Check__c.Error_Create_Invitation__c';
import ERROR_REPORT from '@salesforce/schema/Background_Check__c.Error_Create_Report__c';
import ERROR_RETRIEVE from '@salesforce/schema/Background_Check__c.Error_Retrieve_Report__c';

interface Field {
    value: unknown;
    displayValue?: string | null;
}
type Parent = { Name: Field | null } | null;

/** One check as GraphQL gives it; a parent is null when there is none. */
export interface CheckNode {
    Id: string;
    Lead__c?: Field | null;
    Contact__c?: Field | null;
    Package__r?: Parent;
    Requested_By__r?: Parent;
    [field: string]: string | Field | Parent | undefined;
}

/** A picklist value with its translated label. */
export interface Choice {
    value: string;
    label: string;
}

/**
 * A background check as our components show it. Times are ISO 8601, dates `YYYY-MM-DD`; what is blank, or was not
 * asked for, is undefined.
 */
export interface Check {
    id: string;
    number: string;
    /** Id of the Contact, or of the Lead as long as there is no Contact. */
    personId: string | undefined;
    /** `Lead` or `Contact`; undefined when there is no person. */
    personObject: string | undefined;
    status: Choice;
    /** Nothing more is going to happen when it is not open. */
    isOpen: boolean;
    /** The only word on whether this check is a pass; another of the person may take it away. */
    isCleared: boolean;
    /** Since when it counts as clear, also where its validity has ended since. */
    foundClearAt: string | undefined;
    /** Since when it speaks against a pass: now, as long as it is not settled. */
    notClearSince: string | undefined;
    /** Looks for what is new about somebody cleared before, and never clears anybody itself. */
    isContinuous: boolean;
    /** Screenings were canceled: whatever the result says, it is not the whole answer. */
    includesCanceled: boolean;
    /** What a person asked for and the vendor was not told yet. */
    requestedAction: Choice | undefined;
    result: Choice | undefined;
    assessment: Choice | undefined;
    adjudication: Choice | undefined;
    packageId: string | undefined;
    packageName: string | undefined;
    requestedAt: string | undefined;
    requestedBy: string | undefined;
    estimatedCompletion: string | undefined;
    /** How many more days, where the vendor names no day. */
    estimatedDays: number | undefined;
    completedAt: string | undefined;
    /** Last day of a pass; undefined when it has no end. */
    validUntil: string | undefined;
    invitationExpiresAt: string | undefined;
    suspendedAt: string | undefined;
    hasCandidate: boolean;
    hasInvitation: boolean;
    hasReport: boolean;
    invitationUrl: string | undefined;
    reportUrl: string | undefined;
    /** The vendor's words about what went wrong. */
    errors: string[];
    errorHelp: string | undefined;
}

const FINAL = ['Completed', 'Canceled', 'Expired', 'Error'];
const ERROR_FIELDS = [ERROR_CANDIDATE, ERROR_INVITATION, ERROR_REPORT, ERROR_RETRIEVE];

/** Reads one check out of a GraphQL answer. */
export function checkFromNode(node: CheckNode): Check {
    const status = choice(node.Status__c) ?? { value: '', label: '' };
    return {
        id: node.Id,
        number: text(node.Name) ?? '',
        personId: text(node.Contact__c) ?? text(node.Lead__c),
        personObject: personObjectOf(node),
        status,
        isOpen: !FINAL.includes(status.value),
        isCleared: isTrue(node.Cleared__c),
        foundClearAt: text(node.Found_Clear_At__c),
        notClearSince: text(node.Not_Clear_Since__c),
        isContinuous: text(node.Source__c) === 'Continuous',
        includesCanceled: isTrue(node.Includes_Canceled__c),
        requestedAction: choice(node.Requested_Action__c),
        result: choice(node.Result__c),
        assessment: choice(node.Assessment__c),
        adjudication: choice(node.Adjudication__c),
        packageId: text(node.Package__c),
        packageName: text(node.Package__r?.Name),
        requestedAt: text(node.Requested_At__c),
        requestedBy: text(node.Requested_By__r?.Name),
        estimatedCompletion: text(node.Estimated_Completion__c),
        estimatedDays: number(node.Estimated_Days__c),
        completedAt: text(node.Completed_At__c),
        validUntil: text(node.Valid_Until__c),
        invitationExpiresAt: text(node.Invitation_Expires_At__c),
        suspendedAt: text(node.Suspended_At__c),
        hasCandidate: text(node.Checkr_Candidate_Id__c) !== undefined,
        hasInvitation: text(node.Checkr_Invitation_Id__c) !== undefined,
        hasReport: text(node.Checkr_Report_Id__c) !== undefined,
        invitationUrl: text(node.Invitation_URL__c),
        reportUrl: text(node.Report_URL__c),
        errors: ERROR_FIELDS.map(({ fieldApiName }) => text(node[fieldApiName])).filter((error) => error !== undefined),
        errorHelp: text(node.Error_Help__c),
    };
}

function personObjectOf(node: CheckNode): string | undefined {
    if (text(node.Contact__c) !== undefined) return 'Contact';
    return text(node.Lead__c) === undefined ? undefined : 'Lead';
}

function text(field: CheckNode[string]): string | undefined {
    const value = (field as Field | null | undefined)?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(field: CheckNode[string]): number | undefined {
    const value = (field as Field | null | undefined)?.value;
    return typeof value === 'number' ? value : undefined;
}

function isTrue(field: CheckNode[string]): boolean {
    return (field as Field | null | undefined)?.value === true;
}

function choice(field: CheckNode[string]): Choice | undefined {
    const value = text(field);
    return value === undefined ? undefined : { value, label: (field as Field).displayValue ?? value };
}

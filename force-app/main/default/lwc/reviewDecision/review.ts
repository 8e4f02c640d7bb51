import { checkFromNode, type Check, type CheckNode } from 'c/checksOfPerson';
import { gql } from 'lightning/graphql';

interface Field {
    value: unknown;
    displayValue?: string | null;
}

/** What the query answers. */
export interface ReviewData {
    uiapi: { query: { Background_Check__c: { edges: { node: CheckNode }[] } } };
}

interface Choice {
    value: string;
    label: string;
}

/** A check as a reviewer decides about it. */
export interface Review {
    check: Check;
    personName: string | undefined;
    /** Source_Read_At__c of what is shown, in Unix milliseconds: a decision holds for it and for nothing newer. */
    revision: number | undefined;
    decision: Choice | undefined;
    reason: string | undefined;
    reviewedBy: string | undefined;
    reviewedAt: string | undefined;
    /** Value of Adverse_Action_Status__c. */
    adverseAction: string | undefined;
    postNoticeAt: string | undefined;
}

/** The check `$checkId` with what was decided about it. */
export const REVIEW_OF_CHECK = gql`
    query reviewOfCheck($checkId: ID) {
        uiapi {
            query {
                Background_Check__c(where: { Id: { eq: $checkId } }, first: 1) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Lead__r {
                                Name {
                                    value
                                }
                            }
                            Contact__r {
                                Name {
                                    value
                                }
                            }
                            Status__c {
                                value
                                displayValue
                            }
                            Requested_Action__c {
                                value
                                displayValue
                            }
                            Error_Retrieve_Report__c {
                                value
                            }
                            Error_Help__c {
                                value
                            }
                            Source_Read_At__c {
                                value
                            }
                            Review_Decision__c {
                                value
                                displayValue
                            }
                            Review_Reason__c {
                                value
                            }
                            Reviewed_By__r {
                                Name {
                                    value
                                }
                            }
                            Reviewed_At__c {
                                value
                            }
                            Adverse_Action_Status__c {
                                value
                                displayValue
                            }
                            Adverse_Action_Post_Notice_At__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** The review of an answer; undefined when there is no such check. */
export function reviewFromData(data: ReviewData): Review | undefined {
    const node = data.uiapi.query.Background_Check__c.edges[0]?.node;
    if (!node) return undefined;
    const revision = (node.Source_Read_At__c as Field | undefined)?.value;
    const decision = text(node.Review_Decision__c as Field | undefined);
    const decisionLabel = (node.Review_Decision__c as Field | undefined)?.displayValue;
    return {
        check: checkFromNode(node),
        personName: nameOf(node.Contact__r) ?? nameOf(node.Lead__r),
        revision: typeof revision === 'number' ? revision : undefined,
        decision: decision === undefined ? undefined : { value: decision, label: decisionLabel ?? decision },
        reason: text(node.Review_Reason__c as Field | undefined),
        reviewedBy: nameOf(node.Reviewed_By__r),
        reviewedAt: text(node.Reviewed_At__c as Field | undefined),
        adverseAction: text(node.Adverse_Action_Status__c as Field | undefined),
        postNoticeAt: text(node.Adverse_Action_Post_Notice_At__c as Field | undefined),
    };
}

function nameOf(parent: CheckNode[string]): string | undefined {
    return text((parent as { Name: Field | null } | null | undefined)?.Name);
}

function text(field: Field | null | undefined): string | undefined {
    return typeof field?.value === 'string' && field.value !== '' ? field.value : undefined;
}

import { dayOf, daysBetween, today } from 'c/calendar';
import { checkFromNode, type Check, type CheckNode } from 'c/checksOfPerson';
import { gql } from 'lightning/graphql';
import { reasonOf, type Reason } from './reason';

type Named = { Name: { value: string | null } | null } | null;

interface WaitingNode extends CheckNode {
    Lead__r?: Named;
    Contact__r?: Named;
}

/** What the query answers. */
export interface WaitingData {
    uiapi: {
        query: {
            Background_Check__c: { edges: { node: WaitingNode }[] };
        };
    };
}

/** A check that waits for a reviewer. */
export interface Waiting {
    id: string;
    number: string;
    personName: string;
    packageName: string | undefined;
    result: string | undefined;
    reason: Reason;
    /** ISO 8601. */
    since: string | undefined;
    days: number;
}

/** The 500 oldest checks in review. */
export const WAITING_FOR_REVIEW = gql`
    query waitingForReview {
        uiapi {
            query {
                Background_Check__c(
                    where: { Status__c: { eq: "Review Required" } }
                    orderBy: { CreatedDate: { order: ASC } }
                    first: 500
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Status__c {
                                value
                                displayValue
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
                            Package__r {
                                Name {
                                    value
                                }
                            }
                            Result__c {
                                value
                                displayValue
                            }
                            Assessment__c {
                                value
                                displayValue
                            }
                            Adjudication__c {
                                value
                                displayValue
                            }
                            Includes_Canceled__c {
                                value
                            }
                            Adverse_Action_Status__c {
                                value
                                displayValue
                            }
                            Completed_At__c {
                                value
                            }
                            Requested_At__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** The checks of an answer, the longest waiting first. */
export function waitingFromData(data: WaitingData): Waiting[] {
    const all = data.uiapi.query.Background_Check__c.edges.map(({ node }) => waitingFromNode(node));
    return all.sort((one, other) => other.days - one.days);
}

function waitingFromNode(node: WaitingNode): Waiting {
    const check = checkFromNode(node);
    const since = sinceOf(check);
    const adverse = (node.Adverse_Action_Status__c as { value: string | null } | undefined)?.value ?? undefined;
    return {
        id: check.id,
        number: check.number,
        personName: node.Contact__r?.Name?.value ?? node.Lead__r?.Name?.value ?? '',
        packageName: check.packageName,
        result: check.result?.label,
        reason: reasonOf(check, adverse),
        since,
        days: since === undefined ? 0 : Math.max(0, daysBetween(dayOf(since), today())),
    };
}

/** A review begins when the report is complete; assessments that are awaited have no such time. */
function sinceOf({ completedAt, requestedAt }: Check): string | undefined {
    return completedAt ?? requestedAt;
}

import { gql } from 'lightning/graphql';

interface Field {
    value: unknown;
    displayValue?: string | null;
}

interface EventNode {
    Id: string;
    CreatedBy?: { Name: Field | null } | null;
    Viewed_By__r?: { Name: Field | null } | null;
    [field: string]: string | Field | { Name: Field | null } | null | undefined;
}

/** What the query answers. */
export interface EventsData {
    uiapi: {
        query: {
            Background_Check_Event__c: {
                edges: { node: EventNode }[];
                pageInfo: { hasNextPage: boolean };
            };
        };
    };
}

/** Something that happened to a check; what is blank is undefined. Times are ISO 8601. */
export interface CheckEvent {
    id: string;
    /** The sender's word: `report.completed`. */
    type: string | undefined;
    source: string | undefined;
    outcome: { value: string; label: string } | undefined;
    /** Why it changed nothing. */
    reason: string | undefined;
    summary: string | undefined;
    /** Who looked, or asked for something. */
    person: string | undefined;
    occurredAt: string | undefined;
    receivedAt: string | undefined;
}

/** The `$first` newest events of the check `$checkId`. */
export const EVENTS_OF_CHECK = gql`
    query eventsOfCheck($checkId: ID, $first: Int) {
        uiapi {
            query {
                Background_Check_Event__c(
                    where: { Background_Check__c: { eq: $checkId } }
                    orderBy: { Received_At__c: { order: DESC, nulls: LAST }, Name: { order: DESC } }
                    first: $first
                ) {
                    edges {
                        node {
                            Id
                            Type__c {
                                value
                            }
                            Source__c {
                                value
                                displayValue
                            }
                            Outcome__c {
                                value
                                displayValue
                            }
                            Reason__c {
                                value
                            }
                            Summary__c {
                                value
                            }
                            Occurred_At__c {
                                value
                            }
                            Received_At__c {
                                value
                            }
                            CreatedDate {
                                value
                            }
                            CreatedBy {
                                Name {
                                    value
                                }
                            }
                            Viewed_By__r {
                                Name {
                                    value
                                }
                            }
                        }
                    }
                    pageInfo {
                        hasNextPage
                    }
                }
            }
        }
    }
`;

/** The events of an answer, in its order, and whether there are older ones. */
export function eventsFromData(data: EventsData): { events: CheckEvent[]; hasMore: boolean } {
    const { edges, pageInfo } = data.uiapi.query.Background_Check_Event__c;
    return { events: edges.map(({ node }) => eventFromNode(node)), hasMore: pageInfo.hasNextPage };
}

function eventFromNode(node: EventNode): CheckEvent {
    const outcome = text(node.Outcome__c);
    return {
        id: node.Id,
        type: text(node.Type__c),
        source: label(node.Source__c),
        outcome: outcome === undefined ? undefined : { value: outcome, label: label(node.Outcome__c) ?? outcome },
        reason: text(node.Reason__c),
        summary: text(node.Summary__c),
        person: text((outcome === 'Requested' ? node.CreatedBy : node.Viewed_By__r)?.Name),
        occurredAt: text(node.Occurred_At__c),
        receivedAt: text(node.Received_At__c) ?? text(node.CreatedDate),
    };
}

function text(field: EventNode[string]): string | undefined {
    const value = (field as Field | null | undefined)?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
}

function label(field: EventNode[string]): string | undefined {
    return (field as Field | null | undefined)?.displayValue ?? text(field);
}

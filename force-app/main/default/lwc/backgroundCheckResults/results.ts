import { checkFromNode, type Check, type CheckNode } from 'c/checksOfPerson';
import { screeningFromNode, type Screening, type ScreeningNode } from 'c/screenings';
import { gql } from 'lightning/graphql';

interface Connection<Node> {
    edges: { node: Node }[];
}

/** What the query answers. */
export interface ResultsData {
    uiapi: {
        query: {
            Background_Check__c: Connection<CheckNode>;
            Background_Check_Screening__c: Connection<ScreeningNode>;
        };
    };
}

/** What came back about one check. */
export interface Results {
    check: Check;
    summary: string | undefined;
    screenings: Screening[];
}

/** The check `$checkId` with its screenings by type. */
export const RESULTS_OF_CHECK = gql`
    query resultsOfCheck($checkId: ID) {
        uiapi {
            query {
                Background_Check__c(where: { Id: { eq: $checkId } }, first: 1) {
                    edges {
                        node {
                            Id
                            Status__c {
                                value
                                displayValue
                            }
                            Cleared__c {
                                value
                            }
                            Found_Clear_At__c {
                                value
                            }
                            Source__c {
                                value
                            }
                            Includes_Canceled__c {
                                value
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
                            Completed_At__c {
                                value
                            }
                            Result_Summary__c {
                                value
                            }
                            Report_URL__c {
                                value
                            }
                        }
                    }
                }
                Background_Check_Screening__c(
                    where: { Background_Check__c: { eq: $checkId } }
                    orderBy: { Type__c: { order: ASC } }
                    first: 200
                ) {
                    edges {
                        node {
                            Id
                            Type__c {
                                value
                            }
                            Jurisdiction__c {
                                value
                            }
                            Status__c {
                                value
                                displayValue
                            }
                            Result__c {
                                value
                                displayValue
                            }
                            Completed_At__c {
                                value
                            }
                            Turnaround_Seconds__c {
                                value
                            }
                            Record_Count__c {
                                value
                            }
                            Flags__c {
                                value
                            }
                            Cancellation_Reason__c {
                                value
                            }
                            Error__c {
                                value
                            }
                            Summary__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** The results of an answer; undefined when there is no such check. */
export function resultsFromData({ uiapi: { query } }: ResultsData): Results | undefined {
    const node = query.Background_Check__c.edges[0]?.node;
    if (!node) return undefined;
    const summary = (node.Result_Summary__c as { value: string | null } | undefined)?.value;
    return {
        check: checkFromNode(node),
        summary: summary ?? undefined,
        screenings: query.Background_Check_Screening__c.edges.map((edge) => screeningFromNode(edge.node)),
    };
}

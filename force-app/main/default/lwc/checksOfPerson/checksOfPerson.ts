import { gql } from 'lightning/graphql';
import { checkFromNode, type Check, type CheckNode } from './checkFromNode';

export type { Check };

/** What the query answers. */
export interface ChecksData {
    uiapi: { query: { Background_Check__c: { edges: { node: CheckNode }[] } } };
}

/** The ten newest checks of `$personId`, the id of a Lead or a Contact. */
export const CHECKS_OF_PERSON = gql`
    query checksOfPerson($personId: ID) {
        uiapi {
            query {
                Background_Check__c(
                    where: { or: [{ Lead__c: { eq: $personId } }, { Contact__c: { eq: $personId } }] }
                    orderBy: { CreatedDate: { order: DESC } }
                    first: 10
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
                            Cleared__c {
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
                            Package__r {
                                Name {
                                    value
                                }
                            }
                            Requested_At__c {
                                value
                            }
                            Requested_By__r {
                                Name {
                                    value
                                }
                            }
                            Estimated_Completion__c {
                                value
                            }
                            Completed_At__c {
                                value
                            }
                            Checkr_Candidate_Id__c {
                                value
                            }
                            Checkr_Invitation_Id__c {
                                value
                            }
                            Checkr_Report_Id__c {
                                value
                            }
                            Invitation_URL__c {
                                value
                            }
                            Report_URL__c {
                                value
                            }
                            Error_Create_Candidate__c {
                                value
                            }
                            Error_Create_Invitation__c {
                                value
                            }
                            Error_Create_Report__c {
                                value
                            }
                            Error_Retrieve_Report__c {
                                value
                            }
                            Error_Help__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** The checks of an answer, the newest first. */
export function checksFromData(data: ChecksData): Check[] {
    return data.uiapi.query.Background_Check__c.edges.map(({ node }) => checkFromNode(node));
}

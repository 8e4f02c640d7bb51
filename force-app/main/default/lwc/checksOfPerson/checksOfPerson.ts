import { gql } from 'lightning/graphql';
import { checkFromNode, type Check, type CheckNode } from './checkFromNode';

export { checkFromNode };
export type { Check, CheckNode };

/** What the query answers. */
export interface ChecksData {
    uiapi: { query: { Background_Check__c: { edges: { node: CheckNode }[] } } };
}

/**
 * Every check of a Lead or a Contact, and every check with an id of `$ids`. An old pass may still count, so all are read:
 * 2000 are the most GraphQL gives at once, and more than anybody has.
 */
export const CHECKS_OF_PERSON = gql`
    query checksOfPerson($ids: [ID]) {
        uiapi {
            query {
                Background_Check__c(
                    where: { or: [{ Id: { in: $ids } }, { Lead__c: { in: $ids } }, { Contact__c: { in: $ids } }] }
                    orderBy: { CreatedDate: { order: DESC }, Name: { order: DESC } }
                    first: 2000
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Lead__c {
                                value
                            }
                            Contact__c {
                                value
                            }
                            Status__c {
                                value
                                displayValue
                            }
                            Requested_Action__c {
                                value
                                displayValue
                            }
                            Cleared__c {
                                value
                            }
                            Found_Clear_At__c {
                                value
                            }
                            Not_Clear_Since__c {
                                value
                            }
                            Source__c {
                                value
                            }
                            Result__c {
                                value
                                displayValue
                            }
                            Package__c {
                                value
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
                            Estimated_Days__c {
                                value
                            }
                            Completed_At__c {
                                value
                            }
                            Valid_Until__c {
                                value
                            }
                            Suspended_At__c {
                                value
                            }
                            Invitation_Expires_At__c {
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

import { gql } from 'lightning/graphql';
import { checkFromNode, type Check, type CheckNode } from './checkFromNode';

export { checkFromNode };
export type { Check, CheckNode };

/** What the query answers. */
export interface ChecksData {
    uiapi: { query: { Background_Check__c: { edges: { node: CheckNode }[] } } };
}

/** The ten newest checks of `$recordId`, the id of a Lead or a Contact; or the check itself, when it is the id of one. */
export const CHECKS_OF_PERSON = gql`
    query checksOfPerson($recordId: ID) {
        uiapi {
            query {
                Background_Check__c(
                    where: {
                        or: [
                            { Id: { eq: $recordId } }
                            { Lead__c: { eq: $recordId } }
                            { Contact__c: { eq: $recordId } }
                        ]
                    }
                    orderBy: { CreatedDate: { order: DESC }, Name: { order: DESC } }
                    first: 10
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

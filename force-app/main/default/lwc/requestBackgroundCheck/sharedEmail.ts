import { gql } from 'lightning/graphql';

interface Lookup {
    value: string | null;
}

interface CheckNode {
    Id: string;
    Name: Lookup | null;
    Lead__c: Lookup | null;
    Contact__c: Lookup | null;
}

/** What the query answers. */
export interface SharedEmailData {
    uiapi: { query: { Background_Check__c: { edges: { node: CheckNode }[] } } };
}

/** Open checks of anybody with the address `$email`. */
export const OPEN_CHECKS_WITH_EMAIL = gql`
    query openChecksWithEmail($email: EmailAddress) {
        uiapi {
            query {
                Background_Check__c(
                    where: {
                        and: [
                            { Status__c: { nin: ["Completed", "Canceled", "Expired", "Error"] } }
                            { or: [{ Lead__r: { Email: { eq: $email } } }, { Contact__r: { Email: { eq: $email } } }] }
                        ]
                    }
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
                        }
                    }
                }
            }
        }
    }
`;

/** The number of an open check of somebody else with the same address; undefined when there is none. */
export function checkOfSomebodyElse(data: SharedEmailData, personId: string | undefined): string | undefined {
    const nodes = data.uiapi.query.Background_Check__c.edges.map(({ node }) => node);
    const other = nodes.find(
        ({ Lead__c, Contact__c }) => ![Lead__c?.value, Contact__c?.value].includes(personId ?? ''),
    );
    return other && (other.Name?.value ?? '');
}

import { gql } from 'lightning/graphql';

interface ItemNode {
    Id: string;
    Text__c: { value: string | null } | null;
    Cite__c: { value: boolean | null } | null;
}

/** What the query answers. */
export interface ItemsData {
    uiapi: { query: { Background_Check_Adverse_Item__c: { edges: { node: ItemNode }[] } } };
}

/** Something in a report that an adverse action can rest on. */
export interface AdverseItem {
    id: string;
    text: string;
    isCited: boolean;
}

/** The items of the check `$checkId`. */
export const ADVERSE_ITEMS = gql`
    query adverseItems($checkId: ID) {
        uiapi {
            query {
                Background_Check_Adverse_Item__c(
                    where: { Background_Check__c: { eq: $checkId } }
                    orderBy: { CreatedDate: { order: ASC } }
                    first: 200
                ) {
                    edges {
                        node {
                            Id
                            Text__c {
                                value
                            }
                            Cite__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** The items of an answer, in its order. */
export function itemsFromData(data: ItemsData): AdverseItem[] {
    return data.uiapi.query.Background_Check_Adverse_Item__c.edges.map(({ node }) => ({
        id: node.Id,
        text: node.Text__c?.value ?? '',
        isCited: node.Cite__c?.value === true,
    }));
}

import { gql } from 'lightning/graphql';

interface Field<T> {
    value: T | null;
}

interface PackageNode {
    Id: string;
    Name: Field<string> | null;
    Slug__c: Field<string> | null;
    Add_On__c: Field<boolean> | null;
    Price__c: Field<number> | null;
    Price_Currency__c: Field<string> | null;
    Description__c: Field<string> | null;
    Screenings__c: Field<string> | null;
}

/** What the query answers. */
export interface PackagesData {
    uiapi: { query: { Background_Check_Package__c: { edges: { node: PackageNode }[] } } };
}

/** A package of screenings that can be requested, or an add-on to one. */
export interface Package {
    id: string;
    name: string;
    slug: string;
    isAddOn: boolean;
    /** In whole units of the currency, not in cents. */
    price: number | undefined;
    currency: string | undefined;
    description: string | undefined;
    screenings: string[];
}

/** The active packages and add-ons by name. */
export const ACTIVE_PACKAGES = gql`
    query activePackages {
        uiapi {
            query {
                Background_Check_Package__c(
                    where: { Active__c: { eq: true } }
                    orderBy: { Name: { order: ASC } }
                    first: 200
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Slug__c {
                                value
                            }
                            Add_On__c {
                                value
                            }
                            Price__c {
                                value
                            }
                            Price_Currency__c {
                                value
                            }
                            Description__c {
                                value
                            }
                            Screenings__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** The packages of an answer, in its order. */
export function packagesFromData(data: PackagesData): Package[] {
    return data.uiapi.query.Background_Check_Package__c.edges.map(({ node }) => ({
        id: node.Id,
        name: node.Name?.value ?? '',
        slug: node.Slug__c?.value ?? '',
        isAddOn: node.Add_On__c?.value === true,
        price: node.Price__c?.value ?? undefined,
        currency: node.Price_Currency__c?.value?.toUpperCase() || undefined,
        description: node.Description__c?.value ?? undefined,
        screenings: linesOf(node.Screenings__c?.value),
    }));
}

/** Of packages those a report of the package `currentId` may be upgraded to: the others, but for what is known to cost no more. */
export function upgradesFrom(packages: Package[], currentId: string | undefined): Package[] {
    const current = packages.find(({ id }) => id === currentId);
    return packages.filter((one) => one.id !== currentId && !(current && costsNoMore(one, current)));
}

function costsNoMore({ price, currency }: Package, than: Package): boolean {
    return price !== undefined && than.price !== undefined && currency === than.currency && price <= than.price;
}

function linesOf(text: string | null | undefined): string[] {
    const lines = (text ?? '').split('\n').map((line) => line.trim());
    return [...new Set(lines.filter(Boolean))];
}

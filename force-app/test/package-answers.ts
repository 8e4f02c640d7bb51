import { graphql } from './wires';

/** What a test says about a package. */
export interface PackageValues {
    Id: string;
    Name: string;
    Price: number | null;
    /** One in each line. */
    Screenings: string;
    isAddOn?: boolean;
    currency?: string;
}

export const BASIC: PackageValues = {
    Id: 'a01000000000001AAA',
    Name: 'Basic',
    Price: 29.99,
    Screenings: 'SSN trace\nSex offender search\n',
};
export const PRO: PackageValues = { Id: 'a01000000000002AAA', Name: 'Pro', Price: 59, Screenings: '' };
export const DRUGS: PackageValues = {
    Id: 'a01000000000003AAA',
    Name: 'Drug screening',
    Price: 10.5,
    Screenings: '',
    isAddOn: true,
};

/** Answers the question for packages: it has no variables; a query that waits for its own has them undefined. */
export function answerPackages(packages: PackageValues[]): void {
    const edges = packages.map(({ Id, Name, Price, Screenings, isAddOn = false, currency = 'USD' }) => ({
        node: {
            Id,
            Name: { value: Name },
            Slug__c: { value: Name.toLowerCase().replaceAll(' ', '_') },
            Add_On__c: { value: isAddOn },
            Price__c: { value: Price },
            Price_Currency__c: { value: currency },
            Description__c: { value: null },
            Screenings__c: { value: Screenings },
        },
    }));
    const data = { uiapi: { query: { Background_Check_Package__c: { edges } } } };
    graphql.emit(data, (config) => !('variables' in config));
}

import CONTACT from '@salesforce/schema/Background_Check__c.Contact__c';
import LEAD from '@salesforce/schema/Background_Check__c.Lead__c';
import { personSchema } from 'c/personSchema';
import { getFieldValue, type FieldReference, type RecordRepresentation } from 'lightning/uiRecordApi';

/** What the card knows of the person on whose page, or on the page of whose check, it is. */
export interface PersonOnPage {
    /** By which the checks of the person are found: those of Lead and Contact of the check, on its own page. */
    personIds: string[];
    /** The newest status as the org copied it; undefined where the user may not see it. */
    status: string | null | undefined;
    /** What the Lead was converted to. */
    contactId: string | undefined;
}

/** What is read of that person, also so that the card hears of a check requested by the checkbox; of a check, whose it is. */
export function fieldsOfPerson(objectApiName: string | undefined): FieldReference[] {
    const person = personSchema(objectApiName);
    if (!person) return [LEAD, CONTACT];
    const { email, request, status, convertedContact } = person;
    return [email, request, status, ...(convertedContact ? [convertedContact] : [])];
}

/** The person of a record that was read. */
export function personOnPage(record: RecordRepresentation, objectApiName: string | undefined): PersonOnPage {
    const person = personSchema(objectApiName);
    const valueOf = (field: FieldReference | undefined) =>
        field && (getFieldValue(record, field) as string | null | undefined);
    return {
        personIds: person ? [] : [valueOf(LEAD), valueOf(CONTACT)].filter((id) => typeof id === 'string'),
        status: valueOf(person?.status),
        contactId: valueOf(person?.convertedContact) ?? undefined,
    };
}

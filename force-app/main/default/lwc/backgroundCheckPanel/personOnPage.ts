import { personSchema } from 'c/personSchema';
import { getFieldValue, type FieldReference, type RecordRepresentation } from 'lightning/uiRecordApi';

/** What the card knows of the person on whose page it is. */
export interface PersonOnPage {
    /** The newest status as the org copied it; undefined where the user may not see it. */
    status: string | null | undefined;
    /** What the Lead was converted to. */
    contactId: string | undefined;
}

/** What is read of that person, also so that the card hears of a check requested by the checkbox; nothing on other pages. */
export function fieldsOfPerson(objectApiName: string | undefined): FieldReference[] {
    const person = personSchema(objectApiName);
    if (!person) return [];
    const { email, request, status, convertedContact } = person;
    return [email, request, status, ...(convertedContact ? [convertedContact] : [])];
}

/** The person of a record that was read. */
export function personOnPage(record: RecordRepresentation, objectApiName: string | undefined): PersonOnPage {
    const person = personSchema(objectApiName);
    const valueOf = (field: FieldReference | undefined) =>
        field && (getFieldValue(record, field) as string | null | undefined);
    return { status: valueOf(person?.status), contactId: valueOf(person?.convertedContact) ?? undefined };
}

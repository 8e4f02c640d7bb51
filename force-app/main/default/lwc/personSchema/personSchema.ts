import CHECK_CONTACT from '@salesforce/schema/Background_Check__c.Contact__c';
import CHECK_LEAD from '@salesforce/schema/Background_Check__c.Lead__c';
import CONTACT_STATUS from '@salesforce/schema/Contact.Background_Check_Status__c';
import CONTACT_BIRTHDATE from '@salesforce/schema/Contact.Birthdate';
import CONTACT_EMAIL from '@salesforce/schema/Contact.Email';
import CONTACT_COUNTRY from '@salesforce/schema/Contact.MailingCountry';
import CONTACT_NAME from '@salesforce/schema/Contact.Name';
import CONTACT_STATE from '@salesforce/schema/Contact.MailingState';
import CONTACT_REQUEST from '@salesforce/schema/Contact.Request_Background_Check__c';
import LEAD_STATUS from '@salesforce/schema/Lead.Background_Check_Status__c';
import LEAD_CONVERTED_CONTACT from '@salesforce/schema/Lead.ConvertedContactId';
import LEAD_COUNTRY from '@salesforce/schema/Lead.Country';
import LEAD_EMAIL from '@salesforce/schema/Lead.Email';
import LEAD_NAME from '@salesforce/schema/Lead.Name';
import LEAD_REQUEST from '@salesforce/schema/Lead.Request_Background_Check__c';
import LEAD_STATE from '@salesforce/schema/Lead.State';
import type { FieldReference } from 'lightning/uiRecordApi';

/** What differs between the two objects a background check can be about. */
export interface PersonSchema {
    name: FieldReference;
    email: FieldReference;
    country: FieldReference;
    state: FieldReference;
    birthDate: FieldReference;
    /** The checkbox that requests a check. */
    request: FieldReference;
    /** Where the newest check stands, as the org copies it to the person. */
    status: FieldReference;
    /** The Contact a Lead was converted to. */
    convertedContact?: FieldReference;
    /** The lookup of the check that points at the person. */
    lookupOfCheck: FieldReference;
}

const LEAD: PersonSchema = {
    name: LEAD_NAME,
    email: LEAD_EMAIL,
    country: LEAD_COUNTRY,
    state: LEAD_STATE,
    // Only orgs that order reports directly have this field: an import of it would be refused in the others.
    birthDate: { objectApiName: LEAD_EMAIL.objectApiName, fieldApiName: 'Birthdate__c' },
    request: LEAD_REQUEST,
    status: LEAD_STATUS,
    convertedContact: LEAD_CONVERTED_CONTACT,
    lookupOfCheck: CHECK_LEAD,
};
const CONTACT: PersonSchema = {
    name: CONTACT_NAME,
    email: CONTACT_EMAIL,
    country: CONTACT_COUNTRY,
    state: CONTACT_STATE,
    birthDate: CONTACT_BIRTHDATE,
    request: CONTACT_REQUEST,
    status: CONTACT_STATUS,
    lookupOfCheck: CHECK_CONTACT,
};

/** The fields of the object whose page is open: `Lead` or `Contact`; undefined for any other. */
export function personSchema(objectApiName: string | undefined): PersonSchema | undefined {
    if (objectApiName === LEAD.email.objectApiName) return LEAD;
    return objectApiName === CONTACT.email.objectApiName ? CONTACT : undefined;
}

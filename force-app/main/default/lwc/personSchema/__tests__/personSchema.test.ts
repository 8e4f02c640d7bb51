import { personSchema } from 'c/personSchema';

describe('c-person-schema', () => {
    it.each([
        ['Lead', 'Lead__c', 'State', 'Birthdate__c'],
        ['Contact', 'Contact__c', 'MailingState', 'Birthdate'],
    ])('knows the fields of a %s', (objectApiName, lookup, state, birthDate) => {
        const person = personSchema(objectApiName);

        expect(person?.email).toEqual({ objectApiName, fieldApiName: 'Email' });
        expect(person?.state).toEqual({ objectApiName, fieldApiName: state });
        expect(person?.birthDate).toEqual({ objectApiName, fieldApiName: birthDate });
        expect(person?.request).toEqual({ objectApiName, fieldApiName: 'Request_Background_Check__c' });
        expect(person?.status).toEqual({ objectApiName, fieldApiName: 'Background_Check_Status__c' });
        expect(person?.lookupOfCheck).toEqual({ objectApiName: 'Background_Check__c', fieldApiName: lookup });
    });

    it.each(['Account', undefined])('knows nothing of %s', (objectApiName) => {
        expect(personSchema(objectApiName)).toBeUndefined();
    });
});

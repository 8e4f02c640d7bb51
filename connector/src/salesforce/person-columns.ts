/** What ordering by invitation needs to know of a person, by object. */
export const LEAD_COLUMNS = [
  'Id',
  'FirstName',
  'LastName',
  'Email',
  'Phone',
  'City',
  'State',
  'PostalCode',
  'Country',
] as const;
export const CONTACT_COLUMNS = [
  'Id',
  'FirstName',
  'LastName',
  'Email',
  'Phone',
  'MailingCity',
  'MailingState',
  'MailingPostalCode',
  'MailingCountry',
] as const;

/** What ordering a report directly needs besides; the optional folder `force-app/direct` holds them. */
const DIRECT_COLUMNS = [
  'Middle_Name__c',
  'No_Middle_Name__c',
  'SSN__c',
  'Background_Check_Consent_At__c',
  'Background_Check_Consent_Document__c',
] as const;
export const DIRECT_LEAD_COLUMNS = [...DIRECT_COLUMNS, 'Birthdate__c'] as const;
export const DIRECT_CONTACT_COLUMNS = [...DIRECT_COLUMNS, 'Birthdate'] as const;

import type { ObjectDefinition } from '../../model.ts';
import { fieldDefinition, picklistOf } from '../field-definition.ts';
import { addressFields, personNameFields } from './person-fields.ts';
import { standardObject } from './standard-object.ts';

const LEAD_STATUSES = ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'];

/** Lead, Contact and Account with the fields that matter here. */
export function peopleObjects(): ObjectDefinition[] {
  return [lead(), contact(), account()];
}

function lead(): ObjectDefinition {
  const fields = [
    ...personNameFields(),
    fieldDefinition({ name: 'Company', type: 'Text', length: 255, required: true }),
    fieldDefinition({ name: 'Title', type: 'Text', length: 128 }),
    fieldDefinition({ name: 'Email', type: 'Email' }),
    fieldDefinition({ name: 'Phone', type: 'Phone', length: 40 }),
    fieldDefinition({ name: 'MobilePhone', type: 'Phone', length: 40 }),
    ...addressFields(''),
    fieldDefinition({ name: 'LeadSource', type: 'Picklist', picklist: picklistOf(['Web', 'Referral', 'Other']) }),
    fieldDefinition({
      name: 'Status',
      type: 'Picklist',
      picklist: picklistOf(LEAD_STATUSES, { firstIsDefault: true }),
    }),
    fieldDefinition({ name: 'IsConverted', label: 'Converted', type: 'Checkbox', system: true }),
    fieldDefinition({ name: 'ConvertedDate', type: 'Date', system: true }),
    converted('Contact'),
    converted('Account'),
  ];
  return standardObject({ name: 'Lead', keyPrefix: '00Q', owned: true, fields });
}

function converted(object: 'Contact' | 'Account') {
  const relationshipName = `Converted${object}`;
  return fieldDefinition({
    name: `${relationshipName}Id`,
    type: 'Lookup',
    referenceTo: object,
    relationshipName,
    system: true,
  });
}

function contact(): ObjectDefinition {
  const fields = [
    ...personNameFields(),
    accountLookup(),
    fieldDefinition({ name: 'Title', type: 'Text', length: 128 }),
    fieldDefinition({ name: 'Department', type: 'Text', length: 80 }),
    fieldDefinition({ name: 'Email', type: 'Email' }),
    fieldDefinition({ name: 'Phone', type: 'Phone', length: 40 }),
    fieldDefinition({ name: 'MobilePhone', type: 'Phone', length: 40 }),
    fieldDefinition({ name: 'Birthdate', type: 'Date' }),
    ...addressFields('Mailing'),
  ];
  return standardObject({ name: 'Contact', keyPrefix: '003', owned: true, fields });
}

function accountLookup() {
  return fieldDefinition({
    name: 'AccountId',
    label: 'Account ID',
    type: 'Lookup',
    referenceTo: 'Account',
    relationshipName: 'Account',
    childRelationshipName: 'Contacts',
    deleteConstraint: 'Cascade',
  });
}

function account(): ObjectDefinition {
  const fields = [
    fieldDefinition({ name: 'Name', label: 'Account Name', type: 'Text', length: 255, required: true }),
    fieldDefinition({ name: 'Phone', type: 'Phone', length: 40 }),
    fieldDefinition({ name: 'Website', type: 'Url', length: 255 }),
    ...addressFields('Billing'),
  ];
  return standardObject({ name: 'Account', keyPrefix: '001', owned: true, fields });
}

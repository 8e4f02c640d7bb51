import type { FieldDefinition, FieldType } from '../../model.ts';
import type { UserAccess } from '../../org-model.ts';

const API_TYPES: Record<FieldType, { type: string; soapType: string }> = {
  Id: { type: 'id', soapType: 'tns:ID' },
  Text: { type: 'string', soapType: 'xsd:string' },
  TextArea: { type: 'textarea', soapType: 'xsd:string' },
  LongTextArea: { type: 'textarea', soapType: 'xsd:string' },
  EncryptedText: { type: 'encryptedstring', soapType: 'xsd:string' },
  Email: { type: 'email', soapType: 'xsd:string' },
  Phone: { type: 'phone', soapType: 'xsd:string' },
  Url: { type: 'url', soapType: 'xsd:string' },
  Checkbox: { type: 'boolean', soapType: 'xsd:boolean' },
  Number: { type: 'double', soapType: 'xsd:double' },
  Currency: { type: 'currency', soapType: 'xsd:double' },
  Date: { type: 'date', soapType: 'xsd:date' },
  DateTime: { type: 'datetime', soapType: 'xsd:dateTime' },
  Picklist: { type: 'picklist', soapType: 'xsd:string' },
  Lookup: { type: 'reference', soapType: 'tns:ID' },
  MasterDetail: { type: 'reference', soapType: 'tns:ID' },
  AutoNumber: { type: 'string', soapType: 'xsd:string' },
};

/** One field of a describe answer, as far as clients read it. */
export function describeField(object: string, field: FieldDefinition, access: UserAccess) {
  const isWritable = access.canEditField(object, field.name);
  return {
    name: field.name,
    label: field.label,
    ...API_TYPES[field.type],
    length: field.length ?? (field.type === 'Picklist' ? 255 : 0),
    precision: field.precision ?? 0,
    scale: field.scale ?? 0,
    digits: 0,
    nillable: !field.required && !field.system,
    createable: isWritable,
    updateable: isWritable && (field.type !== 'MasterDetail' || field.reparentable === true),
    unique: field.unique,
    caseSensitive: field.caseSensitive,
    externalId: field.externalId,
    idLookup: field.externalId || field.type === 'Id',
    calculated: field.formula !== undefined,
    calculatedFormula: field.formula ?? null,
    autoNumber: field.type === 'AutoNumber',
    custom: field.name.endsWith('__c'),
    nameField: field.name === 'Name',
    filterable: field.type !== 'LongTextArea' && field.type !== 'EncryptedText',
    sortable: field.type !== 'LongTextArea' && field.type !== 'EncryptedText',
    defaultedOnCreate: field.type === 'Checkbox' || field.defaultValue !== undefined,
    defaultValueFormula: field.defaultValue ?? null,
    inlineHelpText: field.inlineHelpText ?? null,
    restrictedPicklist: field.picklist?.restricted ?? false,
    picklistValues: (field.picklist?.values ?? []).map(({ fullName, label, isDefault }) => ({
      value: fullName,
      label,
      active: true,
      defaultValue: isDefault,
    })),
    referenceTo: field.referenceTo ? [field.referenceTo] : [],
    relationshipName: field.relationshipName ?? null,
    cascadeDelete: field.deleteConstraint === 'Cascade',
    restrictedDelete: field.deleteConstraint === 'Restrict',
  };
}

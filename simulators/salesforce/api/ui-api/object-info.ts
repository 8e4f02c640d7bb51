import { ApiError } from '../../database/api-error.ts';
import type { FieldDefinition, FieldType, ObjectDefinition, RunningUser } from '../../model.ts';
import type { Org, UserAccess } from '../../org-model.ts';

/** The one record type every object has. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

const DATA_TYPES: Record<FieldType, string> = {
  Id: 'Reference',
  Text: 'String',
  TextArea: 'TextArea',
  LongTextArea: 'TextArea',
  EncryptedText: 'EncryptedString',
  Email: 'Email',
  Phone: 'Phone',
  Url: 'Url',
  Checkbox: 'Boolean',
  Number: 'Double',
  Currency: 'Currency',
  Date: 'Date',
  DateTime: 'DateTime',
  Picklist: 'Picklist',
  Lookup: 'Reference',
  MasterDetail: 'Reference',
  AutoNumber: 'String',
};

/** `object-info/:object`: the object as this user may use it. @throws ApiError 403 when they may not read it. */
export function objectInfo({ org, user }: { org: Org; user: RunningUser }, name: string): object {
  const object = org.objectDefinition(name);
  const access = org.accessOf(user);
  refuseUnreadable(access, object);
  const readable = [...object.fields.values()].filter((field) => access.canReadField(object.name, field.name));
  return {
    apiName: object.name,
    childRelationships: childRelationships(org, access, object.name),
    createable: access.canCreate(object.name),
    custom: object.custom,
    defaultRecordTypeId: MASTER_RECORD_TYPE,
    deletable: access.canDelete(object.name),
    fields: Object.fromEntries(readable.map((field) => [field.name, fieldInfo(access, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.pluralLabel,
    nameFields: ['Name'],
    queryable: true,
    recordTypeInfos: {
      [MASTER_RECORD_TYPE]: { available: true, master: true, name: 'Master', recordTypeId: MASTER_RECORD_TYPE },
    },
    updateable: access.canEdit(object.name),
  };
}

/** The lists of other objects' records that point at this one, as far as the user may read them. */
function childRelationships(org: Org, access: UserAccess, parent: string): object[] {
  return org
    .objectDefinitions()
    .filter(({ name }) => access.canRead(name))
    .flatMap((child) =>
      [...child.fields.values()]
        .filter(
          (field) =>
            field.referenceTo === parent && field.childRelationshipName && access.canReadField(child.name, field.name),
        )
        .map((field) => ({
          childObjectApiName: child.name,
          fieldName: field.name,
          junctionIdListNames: [],
          junctionReferenceTo: [],
          relationshipName: `${field.childRelationshipName}${field.name.endsWith('__c') ? '__r' : ''}`,
        })),
    );
}

/** @throws ApiError 403 `INSUFFICIENT_ACCESS` */
export function refuseUnreadable(access: UserAccess, object: ObjectDefinition): void {
  if (access.canRead(object.name)) return;
  throw new ApiError(
    403,
    'INSUFFICIENT_ACCESS',
    `You don't have access to ${object.pluralLabel}. Ask your administrator for help.`,
  );
}

function fieldInfo(access: UserAccess, object: ObjectDefinition, field: FieldDefinition): object {
  const calculated = field.formula !== undefined || field.type === 'AutoNumber';
  const isWritable = !field.system && !calculated && access.canEditField(object.name, field.name);
  return {
    apiName: field.name,
    calculated,
    compoundFieldName: compoundOf(object, field),
    createable: isWritable && access.canCreate(object.name),
    custom: field.name.endsWith('__c'),
    dataType: DATA_TYPES[field.type],
    externalId: field.externalId,
    inlineHelpText: field.inlineHelpText ?? null,
    label: field.label,
    length: field.length ?? 0,
    nameField: field.name === 'Name',
    precision: field.precision ?? 0,
    reference: field.referenceTo !== undefined,
    referenceToInfos: field.referenceTo ? [{ apiName: field.referenceTo, nameFields: ['Name'] }] : [],
    relationshipName: field.relationshipName ?? null,
    required: field.required,
    scale: field.scale ?? 0,
    unique: field.unique,
    updateable: isWritable && access.canEdit(object.name),
  };
}

/** First and last name are parts of the name where the object has one put together from them. */
function compoundOf(object: ObjectDefinition, field: FieldDefinition): string | null {
  const isPart = (field.name === 'FirstName' || field.name === 'LastName') && object.fields.has('Name');
  return isPart ? 'Name' : null;
}

import { callOrg } from 'page/http';

/** One field of `object-info`, as far as the page needs it. */
export interface FieldInfo {
  apiName: string;
  label: string;
  dataType: string;
  createable: boolean;
  updateable: boolean;
  required: boolean;
  calculated: boolean;
  custom: boolean;
  length: number;
  scale: number;
  inlineHelpText: string | null;
  relationshipName: string | null;
  referenceToInfos: { apiName: string }[];
  /** `Name` for the parts of a person's name. */
  compoundFieldName: string | null;
}

export interface ObjectInfo {
  apiName: string;
  label: string;
  labelPlural: string;
  createable: boolean;
  updateable: boolean;
  childRelationships: { childObjectApiName: string; fieldName: string; relationshipName: string }[];
  fields: Record<string, FieldInfo>;
}

export interface Choice {
  label: string;
  value: string;
}

/** All a record page needs to know of its object; picklist choices by field. */
export interface ObjectFacts {
  info: ObjectInfo;
  choices: Record<string, Choice[]>;
  defaults: Record<string, string>;
}

type PicklistValues = { picklistFieldValues: Record<string, { values: Choice[]; defaultValue: Choice | null }> };

const MASTER_RECORD_TYPE = '012000000000000AAA';
const NEVER_SHOWN = new Set(['Id', 'IsDeleted', 'SystemModstamp']);
/** Shown beside who made or changed the record. */
const MOMENTS = ['CreatedDate', 'LastModifiedDate'];
const SYSTEM_INFORMATION = [
  'CreatedById',
  'LastModifiedById',
  'IsConverted',
  'ConvertedDate',
  'ConvertedContactId',
  'ConvertedAccountId',
];

/** Reads the object's description. @throws FetchError when the user may not see the object. */
export function loadObjectInfo(objectApiName: string): Promise<ObjectInfo> {
  return callOrg('GET', `/ui-api/object-info/${objectApiName}`);
}

/** Reads the object's description and picklists. @throws FetchError when the user may not see the object. */
export async function loadObjectFacts(objectApiName: string): Promise<ObjectFacts> {
  const [info, picklists] = await Promise.all([
    loadObjectInfo(objectApiName),
    callOrg<PicklistValues>('GET', `/ui-api/object-info/${objectApiName}/picklist-values/${MASTER_RECORD_TYPE}`),
  ]);
  const choices: Record<string, Choice[]> = {};
  const defaults: Record<string, string> = {};
  for (const [field, { values, defaultValue }] of Object.entries(picklists.picklistFieldValues)) {
    choices[field] = values;
    if (defaultValue) defaults[field] = defaultValue.value;
  }
  return { info, choices, defaults };
}

/** Fields people work with, without the parts of compound fields: the name and the owner first. */
export function shownFields(info: ObjectInfo): FieldInfo[] {
  const shown = allFields(info).filter(
    (field) => !field.compoundFieldName && !isSystemInformation(field) && !MOMENTS.includes(field.apiName),
  );
  return [...shown].sort((a, b) => rank(a) - rank(b));
}

/** Who created and changed the record, and when. */
export function systemFields(info: ObjectInfo): FieldInfo[] {
  return allFields(info).filter(isSystemInformation);
}

/** Fields the user may fill in; an owner is not changed by a form. */
export function editableFields(info: ObjectInfo, isNew: boolean): FieldInfo[] {
  const writable = allFields(info).filter((field) => (isNew ? field.createable : field.updateable));
  return writable.filter(({ apiName }) => apiName !== 'OwnerId');
}

/** A lookup is named after what it points at: `Owner` rather than `Owner ID`. */
function labelOf({ label, dataType }: FieldInfo): string {
  return dataType === 'Reference' ? label.replace(/ ID$/, '') : label;
}

/** What `getRecord` must be asked for to show every field, names of parents included. */
export function recordFields(info: ObjectInfo): string[] {
  return Object.values(info.fields).flatMap((field) => {
    const own = `${info.apiName}.${field.apiName}`;
    return field.relationshipName ? [own, `${info.apiName}.${field.relationshipName}.Name`] : [own];
  });
}

/** Every field but the technical ones. */
export function allFields(info: ObjectInfo): FieldInfo[] {
  const shown = Object.values(info.fields).filter((field) => !NEVER_SHOWN.has(field.apiName));
  return shown.map((field) => ({ ...field, label: labelOf(field) }));
}

function isSystemInformation({ apiName }: FieldInfo): boolean {
  return SYSTEM_INFORMATION.includes(apiName);
}

function rank({ apiName }: FieldInfo): number {
  return apiName === 'Name' ? 0 : apiName === 'OwnerId' ? 1 : 2;
}

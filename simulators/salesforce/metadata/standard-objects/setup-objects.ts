import type { FieldDefinition, ObjectDefinition } from '../../model.ts';
import { fieldDefinition, picklistOf } from '../field-definition.ts';
import { deployedObjects } from './deployed-objects.ts';
import { personNameFields } from './person-fields.ts';
import { checkbox, lookup, text } from './setup-field.ts';
import { standardObject } from './standard-object.ts';

/** The objects an org is administered with: users, groups, permission sets, flows, notification types, the org itself. */
export function setupObjects(): ObjectDefinition[] {
  return [
    user(),
    profile(),
    organization(),
    group(),
    groupMember(),
    queueSobject(),
    permissionSet(),
    assignment(),
    ...deployedObjects(),
    userPermissionAccess(),
  ];
}

/** User permissions the one row of UserPermissionAccess tells of: those of whoever asks. */
export const TOLD_PERMISSIONS = [
  'ApiEnabled',
  'ApiUserOnly',
  'ConvertLeads',
  'ModifyAllData',
  'SendOutboundMessages',
  'ViewAllData',
  'ViewEncryptedData',
  'ViewSetup',
] as const;

function user(): ObjectDefinition {
  const fields = [
    ...personNameFields(),
    text('Username', { required: true, unique: true }),
    fieldDefinition({ name: 'Email', type: 'Email', required: true }),
    text('Alias', { length: 8 }),
    text('TimeZoneSidKey', { label: 'Time Zone', length: 40 }),
    text('LocaleSidKey', { label: 'Locale', length: 40 }),
    text('LanguageLocaleKey', { label: 'Language', length: 40 }),
    text('EmailEncodingKey', { label: 'Email Encoding', length: 40 }),
    lookup('ProfileId', 'Profile', { required: true }),
    checkbox('IsActive', { label: 'Active', defaultValue: 'true' }),
  ];
  return standardObject({ name: 'User', keyPrefix: '005', fields });
}

function profile(): ObjectDefinition {
  return standardObject({
    name: 'Profile',
    keyPrefix: '00e',
    fields: [text('Name', { required: true }), sendsMessages()],
  });
}

function organization(): ObjectDefinition {
  const fields = [
    text('Name', { required: true }),
    text('InstanceName', { length: 5 }),
    checkbox('IsSandbox'),
    text('OrganizationType', { label: 'Edition' }),
    text('NamespacePrefix', { length: 15 }),
    fieldDefinition({ name: 'TrialExpirationDate', type: 'DateTime' }),
    text('DefaultLocaleSidKey'),
    text('LanguageLocaleKey'),
    text('TimeZoneSidKey'),
  ];
  return standardObject({ name: 'Organization', keyPrefix: '00D', fields });
}

function group(): ObjectDefinition {
  const types = picklistOf(['Regular', 'Queue'], { restricted: true });
  const fields = [
    text('Name', { length: 40, required: true }),
    text('DeveloperName', { label: 'API Name' }),
    fieldDefinition({ name: 'Type', type: 'Picklist', picklist: types, required: true }),
    fieldDefinition({ name: 'Email', type: 'Email' }),
  ];
  return standardObject({ name: 'Group', keyPrefix: '00G', fields });
}

function groupMember(): ObjectDefinition {
  const fields = [
    lookup('GroupId', 'Group', { required: true, deleteConstraint: 'Cascade' }),
    lookup('UserOrGroupId', 'User', { required: true }),
  ];
  return standardObject({ name: 'GroupMember', label: 'Group Member', keyPrefix: '011', fields });
}

function queueSobject(): ObjectDefinition {
  const fields = [
    lookup('QueueId', 'Group', { required: true, deleteConstraint: 'Cascade' }),
    text('SobjectType', { required: true }),
  ];
  return standardObject({ name: 'QueueSobject', label: 'Queue Object', keyPrefix: '03g', fields });
}

function permissionSet(): ObjectDefinition {
  const fields = [
    text('Name', { required: true }),
    text('Label'),
    text('Description', { length: 255 }),
    sendsMessages(),
  ];
  return standardObject({ name: 'PermissionSet', label: 'Permission Set', keyPrefix: '0PS', fields });
}

/** Profiles and permission sets have a field for each permission of a user; this org holds the one clients ask it for. */
function sendsMessages(): FieldDefinition {
  return checkbox('PermissionsSendOutboundMessages', { label: 'Send Outbound Messages', defaultValue: 'false' });
}

function assignment(): ObjectDefinition {
  const fields = [
    lookup('PermissionSetId', 'PermissionSet', { required: true }),
    lookup('AssigneeId', 'User', { required: true }),
  ];
  return standardObject({
    name: 'PermissionSetAssignment',
    label: 'Permission Set Assignment',
    keyPrefix: '0Pa',
    fields,
  });
}

function userPermissionAccess(): ObjectDefinition {
  const fields = TOLD_PERMISSIONS.map((name) => checkbox(`Permissions${name}`));
  return standardObject({ name: 'UserPermissionAccess', label: 'User Permission Access', keyPrefix: '0uX', fields });
}

import type { ObjectPermission } from '../../metadata/schema.ts';

/** What a built-in profile allows. All standard fields of an allowed object are readable, and editable with edit rights. */
export interface Profile {
  name: string;
  /** Sees and changes everything, custom objects and fields included. */
  isAdmin: boolean;
  objects: Record<string, ObjectPermission>;
  userPermissions: string[];
}

const NOTHING: ObjectPermission = {
  create: false,
  read: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
};
const READ = { ...NOTHING, read: true, viewAll: true };
const LOOK_AT = { ...NOTHING, read: true };
const WORK_WITH = { ...NOTHING, create: true, read: true, edit: true };
/** Everybody works with files: with which, their links say. */
const FILES: Record<string, ObjectPermission> = {
  ContentDocument: { ...NOTHING, read: true },
  ContentVersion: WORK_WITH,
  ContentDocumentLink: WORK_WITH,
};

/** Objects anybody who may log in can look at. */
const SETUP_OBJECTS: Record<string, ObjectPermission> = {
  User: READ,
  Profile: READ,
  Organization: READ,
  Group: READ,
  GroupMember: READ,
  QueueSobject: READ,
  PermissionSet: READ,
  PermissionSetAssignment: READ,
  CustomNotificationType: READ,
  UserPermissionAccess: READ,
  ...FILES,
};

/** The profiles every org has; the first is the administrator's. */
export const PROFILES: Profile[] = [
  { name: 'System Administrator', isAdmin: true, objects: {}, userPermissions: [] },
  {
    name: 'Standard User',
    isAdmin: false,
    objects: { ...SETUP_OBJECTS, Lead: WORK_WITH, Contact: WORK_WITH, Account: WORK_WITH },
    userPermissions: ['ApiEnabled', 'SendOutboundMessages', 'ConvertLeads', 'RunReports'],
  },
  {
    name: 'Read Only',
    isAdmin: false,
    objects: { ...SETUP_OBJECTS, Lead: LOOK_AT, Contact: LOOK_AT, Account: LOOK_AT },
    userPermissions: ['ApiEnabled', 'RunReports'],
  },
  {
    name: 'Minimum Access - API Only Integrations',
    isAdmin: false,
    objects: SETUP_OBJECTS,
    userPermissions: ['ApiEnabled', 'ApiUserOnly'],
  },
];

import type { ObjectPermission, PermissionSetDefinition, Schema } from '../../metadata/schema.ts';
import type { FieldDefinition, RunningUser, SObject } from '../../model.ts';
import { isAlwaysVisible } from '../../metadata/system-fields.ts';
import type { Store } from '../store.ts';
import { PROFILES, type Profile } from './profiles.ts';

/** Everything one user's profile and permission sets allow together. */
export interface Rights {
  isAdmin: boolean;
  object(object: string, right: keyof ObjectPermission): boolean;
  field(object: string, field: FieldDefinition, right: 'readable' | 'editable'): boolean;
  custom(name: string): boolean;
  user(name: string): boolean;
  /** Tabs and apps that were deployed are hidden from everybody, administrators too, until a permission set opens them. */
  tab(name: string): boolean;
  app(name: string): boolean;
}

/** Adds up what a user may do, from the rows that say which profile and permission sets the user has. */
export function rightsOf(schema: Schema, store: Store, user: Pick<RunningUser, 'id'>): Rights {
  const profile = profileOf(store, user.id);
  const sets = permissionSetsOf(schema, store, user.id);
  const isAdmin = profile?.isAdmin ?? false;
  return {
    isAdmin,
    object: (object, right) =>
      isAdmin ||
      (profile?.objects[object]?.[right] ?? false) ||
      sets.some((set) => set.objects.get(object)?.[right] ?? false),
    field(object, field, right) {
      if (isAdmin || isAlwaysVisible(field)) return true;
      if (!field.name.endsWith('__c') && profile?.objects[object]) return true;
      return sets.some((set) => set.fields.get(`${object}.${field.compound ?? field.name}`)?.[right] ?? false);
    },
    custom: (name) => sets.some((set) => set.customPermissions.has(name)),
    user: (name) =>
      (isAdmin && name !== 'ApiUserOnly') ||
      (profile?.userPermissions.includes(name) ?? false) ||
      sets.some((set) => set.userPermissions.has(name)),
    tab: (name) => sets.some((set) => set.tabs.has(name)),
    app: (name) => sets.some((set) => set.apps.has(name)),
  };
}

function profileOf(store: Store, userId: string): Profile | undefined {
  const profileId = store.get('User', userId)?.['ProfileId'];
  const name = store.get('Profile', String(profileId))?.['Name'];
  return PROFILES.find((profile) => profile.name === name);
}

function permissionSetsOf(schema: Schema, store: Store, userId: string): PermissionSetDefinition[] {
  return store
    .rows('PermissionSetAssignment')
    .filter(({ AssigneeId }: Readonly<SObject>) => AssigneeId === userId)
    .flatMap(({ PermissionSetId }) => {
      const name = store.get('PermissionSet', String(PermissionSetId))?.['Name'];
      return schema.permissionSets.get(String(name)) ?? [];
    });
}

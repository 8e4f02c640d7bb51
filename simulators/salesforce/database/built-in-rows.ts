import type { Schema } from '../metadata/schema.ts';
import type { SObject } from '../model.ts';
import { PROFILES } from './permissions/profiles.ts';
import { ensureRow } from './setup-rows.ts';
import type { Store } from './store.ts';

/** Username of the user scheduled paths run as; nobody can log in with it. */
export const AUTOMATED_PROCESS = 'automated.process@example.org';

const USERS = [
  { Username: 'admin@example.org', FirstName: 'Ada', LastName: 'Admin', profile: 'System Administrator' },
  { Username: 'requester@example.org', FirstName: 'Rita', LastName: 'Requester', profile: 'Standard User' },
  { Username: 'reviewer@example.org', FirstName: 'Rui', LastName: 'Reviewer', profile: 'Standard User' },
  { Username: 'noaccess@example.org', FirstName: 'Nora', LastName: 'Noaccess', profile: 'Standard User' },
  {
    Username: 'connector@example.org',
    FirstName: 'Background Check',
    LastName: 'Connector',
    profile: 'Minimum Access - API Only Integrations',
  },
  { Username: AUTOMATED_PROCESS, FirstName: null, LastName: 'Automated Process', profile: 'System Administrator' },
];

const UTC_ENGLISH: SObject = { TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US' };

interface NewOrg {
  id: string;
  name: string;
  isSandbox: boolean;
  now: Date;
}

/** Fills an empty org with what every org has: itself, the profiles and its users. */
export function addBuiltInRows(schema: Schema, store: Store, org: NewOrg): void {
  ensureRow(schema, store, { object: 'Organization', key: { Id: org.id }, values: organization(org) });
  const profiles = PROFILES.map(({ name, isAdmin, userPermissions }) => {
    const values = { PermissionsSendOutboundMessages: isAdmin || userPermissions.includes('SendOutboundMessages') };
    return [name, ensureRow(schema, store, { object: 'Profile', key: { Name: name }, values })];
  });
  const profileIds = Object.fromEntries(profiles) as Record<string, string>;
  const CreatedDate = new Date(Math.floor(org.now.getTime() / 1000) * 1000).toISOString();
  for (const { profile, Username, ...names } of USERS) {
    const values = {
      ...names,
      ...UTC_ENGLISH,
      Email: Username,
      ProfileId: profileIds[profile] ?? null,
      CreatedDate,
      IsActive: Username !== AUTOMATED_PROCESS,
    };
    ensureRow(schema, store, { object: 'User', key: { Username }, values });
  }
}

function organization({ name: Name, isSandbox: IsSandbox }: NewOrg): SObject {
  return { Name, InstanceName: 'SIM1', IsSandbox, OrganizationType: 'Enterprise Edition', ...UTC_ENGLISH };
}

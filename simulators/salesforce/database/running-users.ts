import type { RunningUser, SObject } from '../model.ts';
import { AUTOMATED_PROCESS } from './built-in-rows.ts';
import { PROFILES } from './permissions/profiles.ts';
import type { Store } from './store.ts';

/** Every active user, from the User rows. */
export function runningUsers(store: Store): RunningUser[] {
  return store
    .rows('User')
    .filter(({ IsActive }) => IsActive === true)
    .map((row) => toRunningUser(store, row));
}

/** The user behind flows that run on their own. */
export function automatedProcessUser(store: Store): RunningUser {
  const row = store.rows('User').find(({ Username }) => Username === AUTOMATED_PROCESS);
  if (!row) throw new Error(`${AUTOMATED_PROCESS} is one of the built-in rows`);
  return toRunningUser(store, row);
}

function toRunningUser(store: Store, row: Readonly<SObject>): RunningUser {
  return {
    id: String(row['Id']),
    username: String(row['Username']),
    name: [row['FirstName'], row['LastName']].filter(Boolean).join(' '),
    email: String(row['Email']),
    isAdmin: isAdminProfile(store, String(row['ProfileId'])),
  };
}

function isAdminProfile(store: Store, profileId: string): boolean {
  const name = store.get('Profile', profileId)?.['Name'];
  return PROFILES.some((profile) => profile.isAdmin && profile.name === name);
}

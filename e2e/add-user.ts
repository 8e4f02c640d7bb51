import { assignPermissionSets, joinGroups } from '../scripts/lib/prepare-org.ts';
import { ADMIN, type Harness } from './harness.ts';

/** Somebody new in the org. */
interface NewUser {
  username: string;
  profile?: string;
  permissionSets?: string[];
  groups?: string[];
}

/** A user beside those every org begins with, by default of the profile Standard User. */
export async function addUser(
  harness: Harness,
  { username, profile = 'Standard User', permissionSets = [], groups = [] }: NewUser,
): Promise<void> {
  const admin = await harness.session(ADMIN);
  const [row] = await admin.query(`SELECT Id FROM Profile WHERE Name = '${profile}'`);
  const [alias = ''] = username.split('@');
  const LastName = alias.replace(/^./, (first) => first.toUpperCase());
  const names = { Username: username, Email: username, LastName, Alias: alias.slice(0, 8) };
  await admin.create('User', { ...names, ProfileId: row?.['Id'] });
  await assignPermissionSets(admin, { [username]: permissionSets });
  await joinGroups(admin, { [username]: groups });
}

/** Somebody who may write what only time and the connector write. */
export function addTimekeeper(harness: Harness, username: string): Promise<void> {
  return addUser(harness, {
    username,
    profile: 'System Administrator',
    permissionSets: ['Background_Check_Connector'],
  });
}

import type { Store } from '../store.ts';

/** The groups and queues a user belongs to, also through groups inside groups. */
export function groupsOf(store: Store, userId: string): Set<string> {
  const found = new Set<string>();
  const members = store.rows('GroupMember');
  let newest = [userId];
  while (newest.length > 0) {
    const around = members.filter(({ UserOrGroupId }) => newest.includes(String(UserOrGroupId)));
    newest = around.map(({ GroupId }) => String(GroupId)).filter((id) => !found.has(id));
    newest.forEach((id) => found.add(id));
  }
  return found;
}

/** Whether the user is in one of the groups of these names, also through groups inside groups. */
export function isInGroupNamed(store: Store, userId: string, names: string[]): boolean {
  const own = groupsOf(store, userId);
  return store
    .rows('Group')
    .some(({ Id, DeveloperName }) => own.has(String(Id)) && names.includes(String(DeveloperName)));
}

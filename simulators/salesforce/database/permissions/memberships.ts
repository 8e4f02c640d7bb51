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

import type { SimulatedOrg } from '../org.ts';
import { createNotificationList, type NotificationList } from '../notifications/notification-list.ts';

/** The notifications of an org's users. */
export function notificationsOf(org: () => SimulatedOrg): NotificationList {
  return createNotificationList({
    now: () => org().now(),
    usersBehind: (recipientId) => usersBehind(org(), recipientId),
    typeName(typeId) {
      const row = org().database.store.get('CustomNotificationType', typeId);
      return row && String(row['DeveloperName']);
    },
  });
}

/** Active users only: a user, or everybody in a group or queue and the groups inside it. */
function usersBehind(org: SimulatedOrg, recipientId: string): string[] {
  const { store } = org.database;
  const user = store.get('User', recipientId);
  if (user) return user['IsActive'] === true ? [recipientId] : [];
  return store
    .rows('GroupMember')
    .filter(({ GroupId }) => GroupId === recipientId)
    .flatMap(({ UserOrGroupId }) => usersBehind(org, String(UserOrGroupId)));
}

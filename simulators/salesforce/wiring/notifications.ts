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

function usersBehind(org: SimulatedOrg, recipientId: string): string[] {
  const { store } = org.database;
  if (store.get('User', recipientId)) return [recipientId];
  return store
    .rows('GroupMember')
    .filter(({ GroupId }) => GroupId === recipientId)
    .flatMap(({ UserOrGroupId }) => usersBehind(org, String(UserOrGroupId)));
}

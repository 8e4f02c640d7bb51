import type { NotificationRequest } from '../flows/services.ts';

/** A custom notification as one user sees it under the bell. */
export interface UserNotification {
  id: string;
  userId: string;
  /** Developer name of its type. */
  type: string;
  title: string;
  body: string;
  /** The record it leads to. */
  targetId: string;
  sentAt: string;
  isRead: boolean;
}

/** What the list needs from the org around it. */
export interface NotificationListOptions {
  now: () => Date;
  /** Users behind an id of a user, group or queue; none for an id that is nobody's. */
  usersBehind(recipientId: string): string[];
  /** Developer name of a notification type; undefined for an unknown id. */
  typeName(typeId: string): string | undefined;
}

/** Custom notifications, kept in memory. */
export interface NotificationList {
  /** One notification for each person behind the recipients. @throws Error naming an unknown type. */
  send(request: NotificationRequest): void;
  /** Newest first. */
  of(userId: string): UserNotification[];
  /** Everybody's, newest first. */
  all(): UserNotification[];
  markRead(userId: string): void;
  clear(): void;
}

/** An empty list. */
export function createNotificationList({ now, usersBehind, typeName }: NotificationListOptions): NotificationList {
  let sent: UserNotification[] = [];
  let count = 0;
  return {
    send({ typeId, recipientIds, title, body, targetId }) {
      const type = typeName(typeId);
      if (type === undefined) throw new Error(`no notification type ${typeId}`);
      const users = new Set(recipientIds.flatMap(usersBehind));
      for (const userId of users) {
        count += 1;
        const sentAt = now().toISOString();
        sent.push({ id: `notification-${count}`, userId, type, title, body, targetId, sentAt, isRead: false });
      }
    },
    of: (userId) => sent.filter((one) => one.userId === userId).reverse(),
    all: () => sent.toReversed(),
    markRead(userId) {
      sent = sent.map((one) => (one.userId === userId ? { ...one, isRead: true } : one));
    },
    clear() {
      sent = [];
    },
  };
}

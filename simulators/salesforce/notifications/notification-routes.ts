import { Hono, type Context } from 'hono';

import type { RunningUser } from '../model.ts';
import type { NotificationList, UserNotification } from './notification-list.ts';

interface NotificationRoutesOptions {
  notifications: NotificationList;
  /** Whose session the request carries; undefined when there is none. */
  userOf(c: Context): RunningUser | undefined;
}

/** What is under the bell of the page header: `GET` lists the user's own, newest first, `POST …/read` says they were seen. */
export function notificationRoutes({ notifications, userOf }: NotificationRoutesOptions): Hono {
  const answer = (c: Context, work: (user: RunningUser) => UserNotification[]) => {
    const user = userOf(c);
    return user ? c.json(work(user)) : c.json({ message: 'Log in first' }, 401);
  };
  return new Hono()
    .get('/lightning/notifications', (c) => answer(c, ({ id }) => notifications.of(id)))
    .post('/lightning/notifications/read', (c) =>
      answer(c, ({ id }) => {
        notifications.markRead(id);
        return notifications.of(id);
      }),
    );
}

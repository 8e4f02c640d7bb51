import { expect, test } from 'vitest';

import type { RunningUser } from '../model.ts';
import { createNotificationList } from './notification-list.ts';
import { notificationRoutes } from './notification-routes.ts';

const ANNA: RunningUser = { id: 'anna', username: 'anna@example.org', name: 'Anna', email: '', isAdmin: false };

function setup(user?: RunningUser) {
  const notifications = createNotificationList({
    now: () => new Date('2026-11-20T16:00:00Z'),
    usersBehind: (id) => [id],
    typeName: () => 'Parcels_Weighed',
  });
  for (const recipient of ['anna', 'bert'])
    notifications.send({ typeId: 't', recipientIds: [recipient], title: `For ${recipient}`, body: '', targetId: 'p' });
  const app = notificationRoutes({ notifications, userOf: () => user });
  return async (method: string, path: string) => {
    const answer = await app.request(`/lightning/notifications${path}`, { method });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
}

test('everybody sees their own notifications only, new until they were looked at', async () => {
  const call = setup(ANNA);
  expect((await call('GET', '')).body).toMatchObject([{ title: 'For anna', targetId: 'p', isRead: false }]);
  await call('POST', '/read');
  expect((await call('GET', '')).body).toMatchObject([{ title: 'For anna', isRead: true }]);
});

test('without a session there are none', async () => {
  expect((await setup()('GET', '')).status).toBe(401);
});

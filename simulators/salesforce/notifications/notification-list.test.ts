import { expect, test } from 'vitest';
import { createNotificationList } from './notification-list.ts';

function setup() {
  const groups: Record<string, string[]> = { 'queue-1': ['user-1', 'user-2'], 'user-1': ['user-1'] };
  return createNotificationList({
    now: () => new Date('2026-11-20T16:00:00.000Z'),
    usersBehind: (id) => groups[id] ?? [],
    typeName: (id) => (id === 'type-1' ? 'Background_Check_Alert' : undefined),
  });
}

const request = {
  typeId: 'type-1',
  recipientIds: ['queue-1', 'user-1', 'nobody'],
  title: 'News',
  body: 'Look',
  targetId: 'record-1',
};

test('everybody behind the recipients is told once, newest first', () => {
  const list = setup();
  list.send(request);
  list.send({ ...request, title: 'More', recipientIds: ['user-1'] });
  expect(list.of('user-1').map(({ title }) => title)).toEqual(['More', 'News']);
  expect(list.of('user-2')).toMatchObject([
    {
      type: 'Background_Check_Alert',
      body: 'Look',
      targetId: 'record-1',
      sentAt: '2026-11-20T16:00:00.000Z',
      isRead: false,
    },
  ]);
});

test('one user reading does not read for another', () => {
  const list = setup();
  list.send(request);
  list.markRead('user-1');
  expect([list.of('user-1')[0]?.isRead, list.of('user-2')[0]?.isRead]).toEqual([true, false]);
});

test('an unknown type is refused', () => {
  expect(() => setup().send({ ...request, typeId: 'type-2' })).toThrow('no notification type type-2');
});

import { expect, test } from 'vitest';
import { createNotificationQueue, type Notification } from './notification-queue.ts';
import type { Timers } from './timers.ts';

/** Time that goes on only when told to run what comes next. */
function createManualTimers(): Timers & { runNext(): void } {
  let time = 0;
  let next: { at: number; work: () => void } | undefined;
  return {
    now: () => time,
    after(milliseconds, work) {
      const mine = { at: time + milliseconds, work };
      next = mine;
      return () => void (next = next === mine ? undefined : next);
    },
    runNext() {
      const due = next;
      next = undefined;
      if (!due) return;
      time = due.at;
      due.work();
    },
  };
}

function setup(timeScale: number) {
  const timers = createManualTimers();
  const delivered: { at: number; notifications: Notification[] }[] = [];
  const queue = createNotificationQueue({
    timeScale,
    timers,
    deliver: (notifications) => void delivered.push({ at: timers.now(), notifications }),
  });
  return { timers, delivered, queue };
}

test('gaps double from 30 seconds to two hours, and end after 24 hours', () => {
  const { timers, delivered, queue } = setup(1);
  queue.add({ id: 'n1', message: 'Check__c.Command', recordId: 'r1' });
  while (queue.pending().length > 0) {
    timers.runNext();
    queue.settle(delivered.at(-1)?.notifications ?? [], 'HTTP 500');
  }
  const times = delivered.map(({ at }) => at);
  const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / 1000);
  expect(gaps.slice(0, 9)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3840, 7200]);
  expect(new Set(gaps.slice(8))).toEqual(new Set([7200]));
  expect(times.at(-1)).toBeLessThanOrEqual(24 * 3600 * 1000);
  expect(queue.failed()).toMatchObject([{ id: 'n1', attempts: delivered.length, lastError: 'HTTP 500' }]);
});

test('the time scale shortens the gaps', () => {
  const { timers, delivered, queue } = setup(60);
  queue.add({ id: 'n1', message: 'Check__c.Command', recordId: 'r1' });
  timers.runNext();
  queue.settle(delivered[0]?.notifications ?? [], 'HTTP 500');
  timers.runNext();
  expect((delivered[1]?.at ?? 0) - (delivered[0]?.at ?? 0)).toBe(500);
});

test('what is on the way is not delivered a second time', () => {
  const { timers, delivered, queue } = setup(1);
  queue.add({ id: 'n1', message: 'Check__c.Command', recordId: 'r1' });
  timers.runNext();
  queue.add({ id: 'n2', message: 'Check__c.Command', recordId: 'r2' });
  timers.runNext();
  expect(delivered.map(({ notifications }) => notifications.map(({ id }) => id))).toEqual([['n1'], ['n2']]);
  expect(queue.pending().map(({ nextAttemptAt }) => nextAttemptAt)).toEqual([null, null]);
});

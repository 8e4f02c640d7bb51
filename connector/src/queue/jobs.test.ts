import { expect, test } from 'vitest';
import { jobs } from './jobs.ts';

const oldShape = { eventId: 'evt1', type: 'report.completed', objectType: 'report', objectId: 'report1' };

test.each([
  ['without a time', oldShape],
  ['with the time at the door', { ...oldShape, receivedAt: 1_795_000_000_000 }],
])('a job that waited %s since before the newest deploy is still worked off', (_what, payload) => {
  expect(jobs['apply-event'].parse(payload)).toEqual(payload);
});

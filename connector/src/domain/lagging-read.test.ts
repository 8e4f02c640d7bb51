import { expect, test } from 'vitest';
import { someReport } from '../testing/fakes.ts';
import type { CheckStatus } from './check.ts';
import { isLaggingRead } from './lagging-read.ts';

const COMPLETED_AT = '2026-11-20T12:00:00Z';
const REVISED_AT = '2026-11-25T12:00:00Z';
const [FIRST, AGAIN] = [Date.parse(COMPLETED_AT), Date.parse(REVISED_AT)];
const cleared = { status: 'Completed', reportChangedAt: FIRST } as const;
const reportAt = (readAt: number) =>
  someReport({ status: 'complete', result: 'clear', completedAt: COMPLETED_AT, readAt });

test.each(['report.updated', 'report.completed', 'reconcile', 'report.reread'])(
  'a complete report from before the change the check shows lags behind, on %s as well',
  (type) => {
    const shown = { status: 'Review Required', reportChangedAt: AGAIN } as const;
    expect(isLaggingRead(reportAt(AGAIN + 3000), shown, { type })).toBe(true);
    expect(isLaggingRead(someReport({ ...reportAt(AGAIN), revisedAt: REVISED_AT }), shown, { type })).toBe(false);
  },
);

const told = (readAt: number, { status = 'Completed' as CheckStatus, type = 'report.completed' } = {}) =>
  isLaggingRead(reportAt(readAt), { ...cleared, status }, { type, occurredAt: REVISED_AT });

test('a completion told long after the one that is shown is a revision: a copy without it is not believed at once', () => {
  expect(told(AGAIN + 3000)).toBe(true);
  expect(told(AGAIN + 3000, { status: 'Review Required' })).toBe(true);
});

test('it is believed after a while, after a dispute, and where nothing but the event was late', () => {
  expect(told(AGAIN + 5 * 60_000)).toBe(false);
  expect(told(AGAIN + 3000, { status: 'Disputed' })).toBe(false);
  expect(told(AGAIN + 3000, { type: 'report.updated' })).toBe(false);
  const soon = { type: 'report.completed', occurredAt: '2026-11-20T12:00:04Z' };
  expect(isLaggingRead(reportAt(FIRST + 5000), cleared, soon)).toBe(false);
  expect(
    isLaggingRead(reportAt(AGAIN), cleared, { type: 'report.completed', occurredAt: REVISED_AT, wasParked: true }),
  ).toBe(false);
});

import { describe, expect, test } from 'vitest';
import type { CheckStatus } from './check.ts';
import type { Report } from './report.ts';
import { changeFromReport } from './report-outcome.ts';
import { someReport } from '../testing/fakes.ts';

const COMPLETED_AT = '2026-11-20T12:00:00Z';
const done = { status: 'complete', completedAt: COMPLETED_AT, readAt: Date.parse(COMPLETED_AT) + 1000 } as const;
const clear = { ...done, result: 'clear' } as const;
const consider = { ...done, result: 'consider' } as const;

const before = { sourceReadAt: null, reviewDecision: null, reviewedRevision: null };
const outcome = (report: Partial<Report>, usesAssess = false, status: CheckStatus = 'In Progress') =>
  changeFromReport(someReport(report), { ...before, status }, { usesAssess });

describe('a report decides the status of its check', () => {
  test.each<[string, Partial<Report>, CheckStatus]>([
    ['pending', { status: 'pending' }, 'In Progress'],
    ['paused', { status: 'paused' }, 'Suspended'],
    ['suspended', { status: 'suspended' }, 'Suspended'],
    ['disputed', { status: 'dispute' }, 'Disputed'],
    ['canceled', { status: 'canceled' }, 'Canceled'],
    ['clear', clear, 'Completed'],
    ['consider', consider, 'Review Required'],
    ['clear with a canceled screening', { ...clear, includesCanceled: true }, 'Review Required'],
    [
      'eligible with a canceled screening',
      { ...clear, assessment: 'eligible', includesCanceled: true },
      'Review Required',
    ],
    ['complete without any result', done, 'Review Required'],
    ['consider, engaged', { ...consider, adjudication: 'engaged' }, 'Completed'],
    ['consider, pre-adverse', { ...consider, adjudication: 'pre_adverse_action' }, 'Review Required'],
    ['consider, post-adverse', { ...consider, adjudication: 'post_adverse_action' }, 'Completed'],
    ['consider, eligible', { ...consider, assessment: 'eligible' }, 'Completed'],
    ['clear, but to be reviewed', { ...clear, assessment: 'review' }, 'Review Required'],
    ['clear, but escalated', { ...clear, assessment: 'escalated' }, 'Review Required'],
  ])('%s', (_name, report, status) => {
    expect(outcome(report).status).toBe(status);
  });

  test('an account with Assess waits half an hour for the assessment, then asks a person', () => {
    expect(outcome(clear, true).status).toBe('In Progress');
    expect(outcome({ ...clear, readAt: Date.parse(COMPLETED_AT) + 31 * 60_000 }, true).status).toBe('Review Required');
    expect(outcome({ ...clear, assessment: 'eligible' }, true).status).toBe('Completed');
  });
});

test("the vendor's word is kept beside the status, and a post-adverse action is Adverse", () => {
  expect(outcome({ ...consider, adjudication: 'engaged' }).resultSummary).toMatch(/found something, and a decision/);
  expect(outcome({ ...consider, adjudication: 'engaged' }).result).toBe('Consider');
  expect(outcome({ ...consider, adjudication: 'post_adverse_action' }).result).toBe('Adverse');
  expect(outcome({ status: 'pending' }).result).toBeNull();
});

test('a final check is opened again only with the reason for it', () => {
  expect(outcome({ status: 'dispute' }, false, 'Completed').reopenReason).toBe('Dispute');
  expect(outcome({ status: 'pending', upgradedAt: COMPLETED_AT }, false, 'Completed').reopenReason).toBe('Upgrade');
  expect(outcome(consider, false, 'Completed').reopenReason).toBe('Revision');
  expect(outcome(consider, false, 'In Progress').reopenReason).toBeUndefined();
  expect(outcome(clear, false, 'Completed').reopenReason).toBeUndefined();
});

test('every write says when Checkr was read, and when the report it shows changed last', () => {
  expect(outcome({ readAt: 1_795_000_000_123 }).sourceReadAt).toBe(1_795_000_000_123);
  expect(outcome(clear).reportChangedAt).toBe(Date.parse(COMPLETED_AT));
  expect(outcome({ ...clear, revisedAt: '2026-11-20T12:30:00Z' }).reportChangedAt).toBe(
    Date.parse('2026-11-20T12:30Z'),
  );
  expect(outcome({ status: 'pending' }).reportChangedAt).toBeNull();
});

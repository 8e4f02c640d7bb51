import { describe, expect, test } from 'vitest';
import type { CheckStatus } from './check.ts';
import type { Report } from './report.ts';
import { changeFromReport, type CheckBefore } from './report-outcome.ts';
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

describe('a report that was accepted and is engaged still', () => {
  const [BEFORE, AFTER] = [Date.parse(COMPLETED_AT) + 1000, Date.parse(COMPLETED_AT) + 3_600_000];
  const revised = { ...consider, adjudication: 'engaged', revisedAt: '2026-11-20T12:30:00Z', readAt: AFTER } as const;
  const cleared = { status: 'Completed', adjudication: 'Engaged', sourceReadAt: BEFORE } as const;
  const again = { status: 'Review Required', adjudication: 'Engaged', sourceReadAt: AFTER } as const;
  const outcomeOn = (check: Parameters<typeof changeFromReport>[1], report: Partial<Report> = revised) =>
    changeFromReport(someReport(report), check, { usesAssess: false });

  test('needs a reviewer when it was revised or upgraded since', () => {
    const reopened = { status: 'Review Required', reopenReason: 'Revision', result: 'Consider' };
    expect(outcomeOn(cleared)).toMatchObject(reopened);
    expect(outcomeOn({ ...cleared, reviewedRevision: BEFORE })).toMatchObject(reopened);
    expect(outcomeOn({ ...cleared, sourceReadAt: AFTER })).toMatchObject({ status: 'Completed' });
    const upgraded = { ...revised, revisedAt: null, upgradedAt: '2026-11-20T12:30:00Z' };
    expect(outcomeOn({ ...cleared, status: 'In Progress' }, upgraded).status).toBe('Review Required');
  });

  test('stays so however often it is read, until somebody accepts what it says now', () => {
    expect(outcomeOn(again).status).toBe('Review Required');
    expect(outcomeOn({ ...again, reviewedRevision: BEFORE }).status).toBe('Review Required');
    const accepted = { ...again, reviewDecision: 'Finalize Clear', reviewedRevision: AFTER } as const;
    expect(outcomeOn(accepted).status).toBe('Completed');
  });

  test('needs nobody when the revision left nothing to accept, or was seen before it was engaged', () => {
    expect(outcomeOn(cleared, { ...revised, result: 'clear', adjudication: null }).status).toBe('Completed');
    expect(outcomeOn(cleared, { ...revised, result: 'clear' }).status).toBe('Completed');
    expect(outcomeOn({ ...again, adjudication: null }).status).toBe('Completed');
  });
});

test('a final check is opened again only with the reason for it', () => {
  expect(outcome({ status: 'dispute' }, false, 'Completed').reopenReason).toBe('Dispute');
  expect(outcome({ status: 'pending', upgradedAt: COMPLETED_AT }, false, 'Completed').reopenReason).toBe('Upgrade');
  expect(outcome(consider, false, 'Completed').reopenReason).toBe('Revision');
  expect(outcome(consider, false, 'In Progress').reopenReason).toBeUndefined();
  expect(outcome(clear, false, 'Completed').reopenReason).toBeUndefined();
});

test('every write says when Checkr was read', () => {
  expect(outcome({ readAt: 1_795_000_000_123 }).sourceReadAt).toBe(1_795_000_000_123);
});

describe('an acceptance counts for the report it was given to', () => {
  const ACCEPTED_AT = Date.parse('2026-11-21T12:00:00Z');
  const REVISED_AT = '2026-11-25T12:00:00Z';
  const revised = { ...consider, adjudication: 'engaged', revisedAt: REVISED_AT } as const;
  const status = (report: Partial<Report>, check: Partial<CheckBefore>) =>
    changeFromReport(someReport(report), { ...before, status: 'Completed', ...check }, { usesAssess: false }).status;

  test('what was found since takes the pass away, and it stays away', () => {
    expect(status(revised, { sourceReadAt: ACCEPTED_AT })).toBe('Review Required');
    expect(status(revised, { status: 'Review Required', sourceReadAt: ACCEPTED_AT + 9e8 })).toBe('Review Required');
  });

  test('a report upgraded since is accepted anew once it is complete again', () => {
    const upgraded = { ...revised, revisedAt: null, upgradedAt: '2026-11-24T12:00:00Z', completedAt: REVISED_AT };
    expect(status(upgraded, { status: 'In Progress' })).toBe('Review Required');
  });

  test.each<[string, Partial<CheckBefore>]>([
    ['here', { status: 'Review Required', reviewDecision: 'Finalize Clear', reviewedRevision: Date.parse(REVISED_AT) }],
    ["in Checkr's dashboard", { status: 'Review Required', engagedAt: Date.parse(REVISED_AT) + 60_000 }],
    ['and shown since', { sourceReadAt: Date.parse(REVISED_AT) + 60_000 }],
  ])('accepted again %s it is a pass', (_where, check) => {
    expect(status(revised, check)).toBe('Completed');
  });

  test('a decision taken before the revision is none about it', () => {
    const decided = { reviewDecision: 'Finalize Clear', reviewedRevision: ACCEPTED_AT } as const;
    expect(status(revised, { ...decided, sourceReadAt: ACCEPTED_AT })).toBe('Review Required');
  });

  test('what is clear needs no acceptance', () => {
    expect(status({ ...revised, result: 'clear' }, { sourceReadAt: ACCEPTED_AT })).toBe('Completed');
  });
});

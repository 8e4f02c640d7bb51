import { describe, expect, test } from 'vitest';
import { someReport } from '../testing/fakes.ts';
import type { CheckBefore } from './report-acceptance.ts';
import type { Report } from './report.ts';
import { changeFromReport } from './report-outcome.ts';

const COMPLETED_AT = '2026-11-20T12:00:00Z';
const REVISED_AT = '2026-11-25T12:00:00Z';
const [FIRST, AGAIN] = [Date.parse(COMPLETED_AT), Date.parse(REVISED_AT)];
const complete = { status: 'complete', result: 'consider', completedAt: COMPLETED_AT } as const;
const old = { ...complete, adjudication: 'engaged', readAt: AGAIN + 3000 } as const;
const revised = { ...old, revisedAt: REVISED_AT, readAt: AGAIN + 60_000 } as const;

/** Checks that show the report as it was first, or as it was revised. */
const cleared = { status: 'Completed', adjudication: 'Engaged', sourceReadAt: FIRST, reportChangedAt: FIRST } as const;
const clearedAgain = { ...cleared, sourceReadAt: AGAIN + 1000, reportChangedAt: AGAIN } as const;
const reopened = { ...clearedAgain, status: 'Review Required' } as const;

const outcome = (check: CheckBefore, report: Partial<Report> = revised) =>
  changeFromReport(someReport(report), check, { usesAssess: false });
const status = (...args: Parameters<typeof outcome>) => outcome(...args).status;

describe('a report that was accepted and is engaged still', () => {
  test('needs a reviewer when it was revised since', () => {
    expect(outcome(cleared)).toMatchObject({ status: 'Review Required', reopenReason: 'Revision', result: 'Consider' });
  });

  test('needs one when it was upgraded since, once it is complete again', () => {
    const upgraded = {
      ...complete,
      adjudication: 'engaged',
      upgradedAt: COMPLETED_AT,
      completedAt: REVISED_AT,
    } as const;
    expect(status({ ...cleared, status: 'In Progress' }, upgraded)).toBe('Review Required');
  });

  test('needs one, too, when a copy that lagged behind was shown after the revision', () => {
    const lagging = outcome(cleared, old);
    expect(lagging).toMatchObject({ status: 'Completed', reportChangedAt: FIRST });
    expect(status({ ...cleared, sourceReadAt: old.readAt })).toBe('Review Required');
  });

  test('stays in review however often it is read', () => {
    expect(status(reopened)).toBe('Review Required');
    expect(status({ ...reopened, sourceReadAt: AGAIN + 9e8 })).toBe('Review Required');
    expect(status({ ...reopened, status: 'Disputed' })).toBe('Review Required');
  });

  test('needs nobody when the revision left nothing to accept', () => {
    expect(status(cleared, { ...revised, result: 'clear', adjudication: null })).toBe('Completed');
    expect(status(cleared, { ...revised, result: 'clear' })).toBe('Completed');
  });
});

describe('a revision is accepted', () => {
  const decided = { reviewDecision: 'Finalize Clear', reviewedRevision: AGAIN + 1000 } as const;

  test.each<[string, CheckBefore]>([
    ['here', { ...reopened, ...decided }],
    ["in Checkr's dashboard", { ...reopened, engagedAt: AGAIN + 60_000 }],
    ['when the check shows it as a pass already', clearedAgain],
    ['when the check showed it before it was engaged', { ...reopened, adjudication: null }],
  ])('%s', (_how, check) => {
    expect(status(check)).toBe('Completed');
  });

  test('not by a decision taken before it, nor by one on a copy that lagged behind', () => {
    expect(status({ ...reopened, ...decided, reviewedRevision: FIRST })).toBe('Review Required');
    expect(status({ ...reopened, ...decided, reportChangedAt: FIRST })).toBe('Review Required');
  });

  test('not by what was engaged in the very moments after it, when nobody can have seen it', () => {
    expect(status({ ...reopened, engagedAt: AGAIN + 5000 })).toBe('Review Required');
  });

  test('not because it is pending no longer', () => {
    expect(status({ ...reopened, status: 'In Progress', adjudication: null, reportChangedAt: null })).toBe(
      'Review Required',
    );
  });

  test('when it was read since as a pass, where a check does not say yet what it shows', () => {
    const unsaid = { ...cleared, reportChangedAt: null };
    expect(status({ ...unsaid, sourceReadAt: AGAIN + 60_000 })).toBe('Completed');
    expect(status(unsaid)).toBe('Review Required');
  });
});

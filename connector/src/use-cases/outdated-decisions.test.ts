import { expect, test } from 'vitest';
import type { Check } from '../domain/check.ts';
import type { Report } from '../domain/report.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { createFakeOrg, freeLock, someCheck, someConsentFiles, someReport, testConnection } from '../testing/fakes.ts';
import { applyEvent } from './apply-event.ts';
import { carryOutAction } from './carry-out-action.ts';

const COMPLETED_AT = '2026-11-20T12:00:00Z';
const REVISED_AT = '2026-11-25T12:00:00Z';
const [FIRST, AGAIN] = [Date.parse(COMPLETED_AT), Date.parse(REVISED_AT)];
const HELP = 'The report changed after it was reviewed. Look at it again, then decide.';

const ENGAGED = { eventId: 'evt1', type: 'report.engaged', objectType: 'report', objectId: 'report1' } as const;

/** A check on which a reviewer decided after the revision, and what Checkr's copies show of its report, one by each reading. */
function setup(shown: Partial<Check>, ...copies: Partial<Report>[]) {
  const check = someCheck({
    ...{ status: 'Review Required', candidateId: 'candidate1', reportId: 'report1' },
    ...{ connectionKey: `${testConnection.orgId}/test`, reviewedRevision: AGAIN + 3000, sourceReadAt: AGAIN + 3000 },
    ...{ requestedAction: 'Finalize Clear', reviewDecision: 'Finalize Clear', reportChangedAt: FIRST },
    ...shown,
  });
  const records = createFakeRecords([check]);
  const report = someReport({
    status: 'complete',
    result: 'consider',
    completedAt: COMPLETED_AT,
    readAt: AGAIN + 9000,
  });
  const { checkr, posts, reports } = createFakeCheckr({ reports: [report] });
  const getReport: typeof checkr.getReport = async (id) => ({ ...(await checkr.getReport(id)), ...copies.shift() });
  const deps = {
    ...{ connection: testConnection, checkr: { ...checkr, getReport }, records, consentFiles: someConsentFiles },
    ...{ org: createFakeOrg(), lock: freeLock, now: Date.now },
  };
  return {
    posts,
    reports,
    decide: () => carryOutAction(deps, { checkId: check.id }),
    engaged: (at: number) => applyEvent(deps, { ...ENGAGED, occurredAt: new Date(at).toISOString() }),
    written: () => records.written(check.id),
  };
}

test('a decision on a copy that lagged behind a revision is withdrawn, however late the copy was read', async () => {
  const { decide, posts, written } = setup({}, { revisedAt: REVISED_AT });
  expect(await decide()).toBe('refused');
  expect(posts).toEqual([]);
  expect(written()).toMatchObject([{ reviewDecision: null, errorHelp: HELP }]);
});

test.each([
  ['before it is sent', [{ revisedAt: null }]],
  ['after it is sent', [{ revisedAt: REVISED_AT }, { revisedAt: null }]],
])('a copy older than what the check shows is read again %s', async (_when, copies) => {
  const { decide, written, reports } = setup({ reportChangedAt: AGAIN }, ...copies);
  Object.assign(reports[0] ?? {}, { revisedAt: REVISED_AT });
  await expect(decide()).rejects.toThrow('unavailable: checkr-read-lags');
  expect(written()).toEqual([]);
  expect(await decide()).toBe('done');
  expect(written()).toMatchObject([{ status: 'Completed', reportChangedAt: AGAIN }]);
});

test('a revision between the last look and the engaging withdraws the decision, and its own event does not undo that', async () => {
  const seen = { reviewedRevision: FIRST + 1000, sourceReadAt: FIRST + 1000 };
  const { decide, written, posts, reports, engaged } = setup(seen, {}, { revisedAt: REVISED_AT });
  expect(await decide()).toBe('refused');
  expect(posts.map(({ call }) => call)).toEqual(['engageReport']);
  const withdrawn = { reviewDecision: null, requestedAction: null, errorRetrieveReport: HELP, errorHelp: HELP };
  expect(written()).toMatchObject([{ status: 'Review Required', adjudication: 'Engaged', ...withdrawn }]);
  Object.assign(reports[0] ?? {}, { revisedAt: REVISED_AT });
  expect(await engaged(AGAIN + 1000)).toBe('applied');
  expect(written().at(-1)).toMatchObject({ status: 'Review Required', reportChangedAt: AGAIN });
});

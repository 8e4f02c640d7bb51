import { expect, test } from 'vitest';
import type { Check } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import type { Report } from '../domain/report.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { createFakeOrg, freeLock, someCheck, someConsentFiles, someReport, testConnection } from '../testing/fakes.ts';
import { applyEvent } from './apply-event.ts';
import { carryOutAction } from './carry-out-action.ts';

const COMPLETED_AT = '2026-11-20T12:00:00Z';
const SEEN = Date.parse(COMPLETED_AT) + 60_000;
const consider: Partial<Report> = { status: 'complete', result: 'consider', completedAt: COMPLETED_AT };

function setup(overrides: Partial<Check>, report: Partial<Report> = consider) {
  const check = someCheck({
    ...{ status: 'Review Required', candidateId: 'candidate1', reportId: 'report1', reviewedRevision: SEEN },
    connectionKey: `${testConnection.orgId}/test`,
    reviewDecision: overrides.requestedAction ?? null,
    ...overrides,
  });
  const records = createFakeRecords([check]);
  const fake = createFakeCheckr({ reports: [someReport(report)] });
  const deps = {
    connection: testConnection,
    checkr: fake.checkr,
    records,
    consentFiles: someConsentFiles,
    org: createFakeOrg(),
    lock: freeLock,
    now: () => SEEN,
  };
  return {
    ...fake,
    records,
    written: () => records.written(check.id),
    decide: () => carryOutAction(deps, { checkId: check.id }),
    event: () =>
      applyEvent(deps, { eventId: 'evt1', type: 'report.completed', objectType: 'report', objectId: 'report1' }),
  };
}

test("Finalize Clear engages the report, and the check is completed with the vendor's word kept", async () => {
  const { decide, posts, written } = setup({ requestedAction: 'Finalize Clear' });
  expect(await decide()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['engageReport']);
  expect(written()).toMatchObject([
    { status: 'Completed', adjudication: 'Engaged', result: 'Consider', requestedAction: null },
  ]);
});

test('a decision sent twice is made once', async () => {
  const { decide, posts } = setup({ requestedAction: 'Finalize Clear' });
  await decide();
  expect(await decide()).toBe('nothing-to-do');
  expect(posts).toHaveLength(1);
});

test('a decision whose own event overtakes it is closed by another try, not left lying', async () => {
  const { decide, records } = setup({ requestedAction: 'Finalize Clear' });
  const { id } = someCheck();
  await records.write(id, { status: 'Completed', sourceReadAt: 2_000 });
  await expect(decide()).rejects.toMatchObject({ kind: 'busy' });
});

test('a decision on a report that was revised since is withdrawn with words, and not sent', async () => {
  const revisedAt = new Date(SEEN + 1000).toISOString();
  const { decide, posts, written } = setup({ requestedAction: 'Finalize Clear' }, { ...consider, revisedAt });
  expect(await decide()).toBe('refused');
  expect(posts).toEqual([]);
  expect(written()).toMatchObject([
    {
      reviewDecision: null,
      requestedAction: null,
      errorHelp: expect.stringContaining('changed after it was reviewed') as string,
    },
  ]);
  expect(written()[0]).not.toHaveProperty('status');
});

test('a decision the org withdrew, because the result changed while it was on its way, is not sent', async () => {
  const { decide, posts } = setup({ requestedAction: 'Finalize Clear', reviewDecision: null });
  expect(await decide()).toBe('refused');
  expect(posts).toEqual([]);
});

test('an adverse action cites what the reviewer chose, at the time they chose', async () => {
  const postNoticeAt = '2026-12-04T12:00:00Z';
  const { decide, records, written, actions } = setup({
    requestedAction: 'Initiate Adverse Action',
    adverseActionPostNoticeAt: postNoticeAt,
  });
  records.citing('item1');
  expect(await decide()).toBe('done');
  expect(actions).toMatchObject([{ reportId: 'report1', postNoticeAt }]);
  expect(written()).toMatchObject([
    { adverseActionId: 'action1', adverseActionStatus: 'Pending', requestedAction: null },
  ]);
});

test('an adverse action that cites nothing is withdrawn with words', async () => {
  const { decide, posts, written } = setup({ requestedAction: 'Initiate Adverse Action' });
  expect(await decide()).toBe('refused');
  expect(posts).toEqual([]);
  expect(written()[0]?.errorHelp).toContain('No item was cited');
});

test('an adverse action Checkr refuses is withdrawn in its words', async () => {
  const { decide, records, fail, written } = setup({ requestedAction: 'Initiate Adverse Action' });
  records.citing('item1');
  fail(
    'createAdverseAction',
    new Failure('rejected', 'checkr-400', { vendorWords: ['Report has a pre-existing adverse action'] }),
  );
  expect(await decide()).toBe('refused');
  expect(written()).toMatchObject([
    {
      errorRetrieveReport: 'Report has a pre-existing adverse action',
      reviewDecision: null,
      adverseActionStatus: null,
    },
  ]);
});

test('an adverse action Checkr refuses because it runs already is shown as running, never as withdrawn', async () => {
  const { decide, records, fail, written } = setup(
    { requestedAction: 'Initiate Adverse Action' },
    { ...consider, adjudication: 'pre_adverse_action' },
  );
  records.citing('item1');
  fail(
    'createAdverseAction',
    new Failure('rejected', 'checkr-400', { vendorWords: ['Report has a pre-existing adverse action'] }),
  );
  expect(await decide()).toBe('done');
  expect(written()).toMatchObject([
    { status: 'Review Required', adverseActionStatus: 'Pending', requestedAction: null, errorHelp: null },
  ]);
  expect(written()[0]).not.toHaveProperty('reviewDecision');
});

test('Cancel Adverse Action stops it, also when it is stopped already', async () => {
  const { decide, actions, written } = setup({ requestedAction: 'Cancel Adverse Action', adverseActionId: 'action1' });
  actions.push({ id: 'action1', reportId: 'report1', status: 'Pending', postNoticeAt: null });
  expect(await decide()).toBe('done');
  expect(actions[0]?.status).toBe('Canceled');
  expect(written()).toMatchObject([{ adverseActionStatus: 'Canceled', requestedAction: null }]);
});

test('what may be cited is there from the moment a review begins, and gone when it ends', async () => {
  const beginning = setup({ status: 'In Progress', requestedAction: null });
  await beginning.event();
  expect(await beginning.records.listCitedItems('')).toEqual(['item1']);
  const ending = setup({ requestedAction: null }, { ...consider, adjudication: 'engaged' });
  ending.records.citing('item1');
  await ending.event();
  expect(await ending.records.listCitedItems('')).toEqual([]);
});

import { expect, test } from 'vitest';
import type { Check } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import type { Invitation, Report } from '../domain/report.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import {
  createFakeOrg,
  freeLock,
  someCheck,
  someConsentFiles,
  someInvitation,
  someReport,
  testConnection,
} from '../testing/fakes.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { applyEvent } from './apply-event.ts';
import { carryOutAction } from './carry-out-action.ts';

function setup(overrides: Partial<Check>, vendor: { reports?: Report[]; invitations?: Invitation[] }) {
  const check = someCheck({
    status: 'Invited',
    candidateId: 'candidate1',
    invitationId: 'invitation1',
    operation: 2,
    ...overrides,
  });
  const records = createFakeRecords([check]);
  const fake = createFakeCheckr(vendor);
  const deps = {
    connection: testConnection,
    checkr: fake.checkr,
    records,
    consentFiles: someConsentFiles,
    org: createFakeOrg(),
    lock: freeLock,
    now: Date.now,
  };
  return {
    ...fake,
    records,
    written: () => records.written(check.id),
    carryOut: () => carryOutAction(deps, { checkId: check.id }),
    event: (objectId: string) =>
      applyEvent(deps, { eventId: 'evt1', type: 'invitation.updated', objectType: 'invitation', objectId }),
  };
}

test('resend: the old invitation is deleted, a new one made, and the late event of the old one changes nothing', async () => {
  const { carryOut, written, invitations, event } = setup(
    { requestedAction: 'Resend Invitation' },
    { invitations: [someInvitation()] },
  );
  expect(await carryOut()).toBe('done');
  expect(invitations.map(({ id, isDeleted }) => [id, isDeleted])).toEqual([
    ['invitation1', true],
    ['invitation2', false],
  ]);
  expect(written()).toMatchObject([{ status: 'Invited', invitationId: 'invitation2', requestedAction: null }]);
  expect(await event('invitation1')).toBe('unknown');
  expect(written()).toHaveLength(1);
});

test('the event of an invitation deleted to be sent again does not cancel the check', async () => {
  const { event, written } = setup(
    { requestedAction: 'Resend Invitation' },
    { invitations: [someInvitation({ isDeleted: true })] },
  );
  expect(await event('invitation1')).toBe('no-change');
  expect(written()).toEqual([]);
});

test('resend after a death in the middle makes one new invitation', async () => {
  const { carryOut, posts, fail } = setup(
    { requestedAction: 'Resend Invitation' },
    { invitations: [someInvitation()] },
  );
  fail('createInvitation', new Failure('unavailable', 'checkr-timed-out'));
  await expect(carryOut()).rejects.toThrow('checkr-timed-out');
  expect(await carryOut()).toBe('done');
  expect(posts).toHaveLength(1);
});

test('resend of an invitation the applicant has just filled in takes its report', async () => {
  const filledIn = someInvitation({ status: 'completed', reportId: 'report1' });
  const { carryOut, posts, written } = setup(
    { requestedAction: 'Resend Invitation' },
    { invitations: [filledIn], reports: [someReport()] },
  );
  expect(await carryOut()).toBe('done');
  expect(posts).toEqual([]);
  expect(written()).toMatchObject([{ status: 'In Progress', reportId: 'report1' }]);
});

test('resend of one that is filled in, but whose report is not known yet, orders nothing besides it', async () => {
  const filledIn = someInvitation({ status: 'completed' });
  const { carryOut, posts, written, fail } = setup(
    { requestedAction: 'Resend Invitation' },
    { invitations: [filledIn] },
  );
  fail('deleteInvitation', new Failure('rejected', 'checkr-400'));
  await expect(carryOut()).rejects.toThrow('unavailable: checkr-read-lags');
  expect(posts).toEqual([]);
  expect(written()).toEqual([]);
});

test('resend answered by an earlier try shows what became of that invitation since', async () => {
  const { carryOut, posts, written, records, invitations, reports } = setup(
    { requestedAction: 'Resend Invitation' },
    { invitations: [someInvitation()] },
  );
  records.failWrites(new Failure('unavailable', 'salesforce-unreachable'));
  await expect(carryOut()).rejects.toThrow('salesforce-unreachable');
  Object.assign(invitations[1]!, { status: 'completed', reportId: 'report1' });
  reports.push(someReport());
  expect(await carryOut()).toBe('done');
  expect(posts).toHaveLength(1);
  expect(written()).toMatchObject([{ status: 'In Progress', invitationId: 'invitation2', reportId: 'report1' }]);
});

test('cancel of one that is filled in, but whose report is not known yet, waits for it and cancels nothing blind', async () => {
  const filledIn = someInvitation({ status: 'completed' });
  const { carryOut, written, fail } = setup({ requestedAction: 'Cancel' }, { invitations: [filledIn] });
  fail('deleteInvitation', new Failure('rejected', 'checkr-400'));
  await expect(carryOut()).rejects.toThrow('unavailable: checkr-read-lags');
  expect(written()).toEqual([]);
});

test('resend takes what an earlier resend made although it failed, and orders nothing besides it', async () => {
  const { carryOut, posts, written } = setup(
    { requestedAction: 'Resend Invitation', operation: 3 },
    {
      invitations: [someInvitation(), someInvitation({ id: 'made-before', tags: [`bc-${someCheck().id}-2`] })],
    },
  );
  expect(await carryOut()).toBe('done');
  expect(posts).toEqual([]);
  expect(written()).toMatchObject([{ status: 'Invited', invitationId: 'made-before' }]);
});

test('resend takes the report an earlier try of it has led to', async () => {
  const { carryOut, posts, written } = setup(
    { requestedAction: 'Resend Invitation', operation: 2 },
    {
      invitations: [someInvitation({ isDeleted: true })],
      reports: [someReport({ tags: [`bc-${someCheck().id}-2`] })],
    },
  );
  expect(await carryOut()).toBe('done');
  expect(posts).toEqual([]);
  expect(written()).toMatchObject([{ status: 'In Progress', reportId: 'report1' }]);
});

test('resend without an open invitation is refused in words and leaves the check as it is', async () => {
  const { carryOut, written } = setup({ requestedAction: 'Resend Invitation', reportId: 'report1' }, {});
  expect(await carryOut()).toBe('refused');
  expect(written()[0]).toMatchObject({
    requestedAction: null,
    errorHelp: expect.stringContaining('no open invitation') as string,
  });
  expect(written()[0]).not.toHaveProperty('status');
});

test('cancel before the form: the invitation is deleted', async () => {
  const { carryOut, written, invitations } = setup({ requestedAction: 'Cancel' }, { invitations: [someInvitation()] });
  expect(await carryOut()).toBe('done');
  expect(invitations[0]?.isDeleted).toBe(true);
  expect(written()).toMatchObject([{ status: 'Canceled', requestedAction: null, invitationUrl: null }]);
});

test('cancel of an order that failed: there is nothing to stop, and its error is no task any more', async () => {
  const failed = {
    status: 'Error',
    candidateId: null,
    invitationId: null,
    errorHelp: 'Correct the ZIP code.',
  } as const;
  const { carryOut, written, posts } = setup({ requestedAction: 'Cancel', ...failed }, {});
  expect(await carryOut()).toBe('done');
  expect(posts).toEqual([]);
  expect(written()).toMatchObject([{ status: 'Canceled', requestedAction: null, errorHelp: null }]);
});

test('cancel of a running report: what is done counts, and a partial result is never a pass', async () => {
  const { carryOut, written, posts } = setup(
    { requestedAction: 'Cancel', status: 'In Progress', reportId: 'report1' },
    { reports: [someReport({ result: 'clear' })] },
  );
  expect(await carryOut()).toBe('done');
  expect(posts.map(({ call }) => call)).toEqual(['completeReport']);
  expect(written()).toMatchObject([{ status: 'Review Required', includesCanceled: true, requestedAction: null }]);
});

test('cancel of a report that has just been completed takes its result', async () => {
  const done = someReport({ status: 'complete', result: 'clear', completedAt: '2026-11-20T12:00:00Z' });
  const { carryOut, written, posts } = setup(
    { requestedAction: 'Cancel', status: 'In Progress', reportId: 'report1' },
    { reports: [done] },
  );
  expect(await carryOut()).toBe('done');
  expect(posts).toEqual([]);
  expect(written()).toMatchObject([{ status: 'Completed', result: 'Clear' }]);
});

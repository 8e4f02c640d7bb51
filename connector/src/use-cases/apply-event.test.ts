import { describe, expect, test } from 'vitest';
import type { AdverseAction } from '../domain/adverse-action.ts';
import type { Check } from '../domain/check.ts';
import { connectionKey } from '../domain/connection.ts';
import type { Invitation, Report } from '../domain/report.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { freeLock, someCheck, someInvitation, someReport, testConnection } from '../testing/fakes.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { applyEvent } from './apply-event.ts';

const invited: Partial<Check> = {
  status: 'Invited',
  requestedAction: null,
  candidateId: 'candidate1',
  invitationId: 'invitation1',
};
const clearReport = someReport({
  status: 'complete',
  result: 'clear',
  completedAt: '2026-11-20T12:00:00Z',
  readAt: 2_000,
});

function setup(checks: Check[], vendor: { reports?: Report[]; invitations?: Invitation[]; actions?: AdverseAction[] }) {
  const records = createFakeRecords(checks);
  const fake = createFakeCheckr(vendor);
  fake.actions.push(...(vendor.actions ?? []));
  const deps = {
    connection: testConnection,
    checkr: fake.checkr,
    records,
    lock: freeLock,
    now: Date.now,
  };
  return {
    written: (id = someCheck().id) => records.written(id),
    records,
    created: records.created,
    noted: records.noted,
    report: (objectId = 'report1') =>
      applyEvent(deps, { eventId: 'evt1', type: 'report.updated', objectType: 'report', objectId }),
    invitation: (objectId = 'invitation1') =>
      applyEvent(deps, { eventId: 'evt1', type: 'invitation.updated', objectType: 'invitation', objectId }),
  };
}

test('a report finds its check by the invitation that led to it, then by its own id', async () => {
  const completed = someInvitation({ status: 'completed', reportId: 'report1' });
  const { report, written } = setup([someCheck(invited)], { reports: [clearReport], invitations: [completed] });
  expect(await report()).toBe('applied');
  expect(written()[0]).toMatchObject({
    status: 'Completed',
    result: 'Clear',
    reportId: 'report1',
    externalId: 'Checkr:report1',
  });
  expect(await report()).toBe('applied');
});

describe('a dispute during an adverse action', () => {
  const inReview: Partial<Check> = {
    ...invited,
    status: 'Review Required',
    reportId: 'report1',
    adverseActionId: 'act',
    connectionKey: connectionKey(testConnection),
  };
  const vendor = {
    reports: [
      someReport({ ...clearReport, status: 'dispute', result: 'consider', adjudication: 'pre_adverse_action' }),
    ],
    actions: [{ id: 'act', reportId: 'report1', status: 'Disputed' as const, postNoticeAt: null }],
  };

  test('is told of the report alone, and shown on the adverse action too', async () => {
    const { report, written } = setup([someCheck(inReview)], vendor);
    await report();
    expect(written()[0]).toMatchObject({ status: 'Disputed', adverseActionStatus: 'Disputed' });
  });

  test('leaves alone what a reviewer has just asked for', async () => {
    const asked = someCheck({ ...inReview, requestedAction: 'Initiate Adverse Action' });
    const { report, written } = setup([asked], vendor);
    await report();
    expect(written()[0]).not.toHaveProperty('adverseActionStatus');
  });
});

test('two checks of one person are kept apart', async () => {
  const first = someCheck({
    ...invited,
    id: 'a00BC0000000001AAA',
    invitationId: 'invitation1',
    reportId: 'older',
    status: 'Completed',
  });
  const second = someCheck({ ...invited, id: 'a00BC0000000002AAA', invitationId: 'invitation2' });
  const led = someInvitation({ id: 'invitation2', status: 'completed', reportId: 'report1' });
  const { report, written } = setup([first, second], { reports: [clearReport], invitations: [someInvitation(), led] });
  await report();
  expect(written(first.id)).toEqual([]);
  expect(written(second.id)).toHaveLength(1);
});

test('invitation.completed leads to the report', async () => {
  const completed = someInvitation({ status: 'completed', reportId: 'report1' });
  const { invitation, written } = setup([someCheck(invited)], { reports: [someReport()], invitations: [completed] });
  expect(await invitation()).toBe('applied');
  expect(written()[0]).toMatchObject({ status: 'In Progress', reportId: 'report1' });
});

test.each([
  ['expired', someInvitation({ status: 'expired' }), 'Expired'],
  ['deleted', someInvitation({ isDeleted: true }), 'Canceled'],
] as const)('an invitation that was %s shows on the check', async (_word, vendorInvitation, status) => {
  const { invitation, written } = setup([someCheck(invited)], { invitations: [vendorInvitation] });
  expect(await invitation()).toBe('applied');
  expect(written()[0]).toMatchObject({ status, invitationUrl: null });
});

test('an invitation that says nothing new writes nothing', async () => {
  const { invitation, written } = setup([someCheck(invited)], { invitations: [someInvitation()] });
  expect(await invitation()).toBe('no-change');
  expect(written()).toEqual([]);
});

test('an expired invitation never touches a check that has its report or is final', async () => {
  const expired = { invitations: [someInvitation({ status: 'expired' })] };
  expect(await setup([someCheck({ ...invited, reportId: 'report1' })], expired).invitation()).toBe('no-change');
  expect(await setup([someCheck({ ...invited, status: 'Canceled' })], expired).invitation()).toBe('no-change');
});

test.each([
  ['continuous_check', 'Continuous'],
  ['manual_order', 'Dashboard'],
] as const)(
  'a report of a known candidate that nobody here ordered (%s) becomes a check of its own',
  async (source, shown) => {
    const known = someCheck({
      ...invited,
      status: 'Completed',
      reportId: 'older',
      connectionKey: `${testConnection.orgId}/test`,
    });
    const screenings: Report['screenings'] = [
      {
        ...{ externalId: 'Checkr:s1', type: 'continuous_criminal', jurisdiction: null, status: 'Complete' },
        ...{ result: 'Clear', completedAt: null, turnaroundSeconds: null, recordCount: 0, flags: [] },
        cancellationReason: null,
        error: null,
      },
    ];
    const { report, created, records } = setup([known], { reports: [{ ...clearReport, source, screenings }] });
    expect(await report()).toBe('created');
    expect(records.written(known.id)).toEqual([]);
    expect(created).toMatchObject([{ leadId: known.leadId, source: shown, change: { reportId: 'report1' } }]);
    const [made] = await records.listByReportOrCandidate('report1', null);
    expect(records.written(made!.id)).toMatchObject([{ status: 'Completed', result: 'Clear' }]);
    expect(records.screeningsOf(made!.id)).toEqual(screenings);
  },
);

test('a report of a package the org does not list becomes a check all the same', async () => {
  const known = someCheck({ ...invited, reportId: 'older', connectionKey: connectionKey(testConnection) });
  const { report, created } = setup([known], { reports: [{ ...clearReport, packageSlug: 'continuous_check' }] });
  expect(await report()).toBe('created');
  expect(created[0]?.change).not.toHaveProperty('packageSlug');
});

test('one that needs a review comes with what a reviewer may cite, however many events tell of it at once', async () => {
  const known = someCheck({
    ...invited,
    status: 'Completed',
    reportId: 'older',
    connectionKey: connectionKey(testConnection),
  });
  const { report, created, records } = setup([known], { reports: [{ ...clearReport, result: 'consider' }] });
  expect(await report()).toBe('created');
  expect(await report()).toBe('applied');
  expect(created).toHaveLength(1);
  expect(await records.listCitedItems('')).toEqual(['item1']);
});

test('a report of somebody nobody here knows is unknown, and nothing is written', async () => {
  const { report, written } = setup([], { reports: [clearReport] });
  expect(await report()).toBe('unknown');
  expect(written()).toEqual([]);
});

test('while the order is still being written down, its event is tried again', async () => {
  const ordering = someCheck({ candidateId: 'candidate1', status: 'Candidate Created', requestedAction: 'Order' });
  await expect(setup([ordering], { reports: [clearReport] }).report()).rejects.toThrow('order-still-being-written');
  await expect(setup([ordering], { invitations: [someInvitation()] }).invitation()).rejects.toThrow(
    'order-still-being-written',
  );
});

test('what was read earlier than the record shows is late, and changes nothing', async () => {
  const check = someCheck({ ...invited, reportId: 'report1' });
  const records = createFakeRecords([check]);
  const deliver = (reports: Report[]) =>
    applyEvent(
      {
        connection: testConnection,
        checkr: createFakeCheckr({ reports }).checkr,
        records,
        lock: freeLock,
        now: Date.now,
      },
      { eventId: 'evt1', type: 'report.updated', objectType: 'report', objectId: 'report1' },
    );
  expect(await deliver([{ ...clearReport, readAt: 60_000 }])).toBe('applied');
  expect(await deliver([{ ...clearReport, result: 'consider', readAt: 50_000 }])).toBe('late');
  expect(records.written(check.id)).toHaveLength(1);
  // By a hair: two clocks that differ so much cannot tell which is the newer. It is read again, and then nobody doubts.
  const byAHair = deliver([{ ...clearReport, result: 'consider', readAt: 59_100 }]);
  await expect(byAHair).rejects.toThrow('busy: read-at-the-same-moment');
  expect(records.noted.filter(({ outcome }) => outcome === 'Late')).toHaveLength(1);
});

test('a record copied from another org is left alone', async () => {
  const foreign = someCheck({ ...invited, reportId: 'report1', connectionKey: '00DXX0000000009EAA/live' });
  const { report, written } = setup([foreign], { reports: [clearReport] });
  expect(await report()).toBe('quarantined');
  expect(written()).toEqual([]);
});

test.each([
  ['the record already shows its completion', 'Completed', 'report.updated'],
  ['the event says that it is complete', 'In Progress', 'report.completed'],
] as const)(
  'a report read as pending although %s comes from a lagging copy and is read again',
  async (_why, status, type) => {
    const records = createFakeRecords([someCheck({ ...invited, reportId: 'report1', status })]);
    const { checkr } = createFakeCheckr({ reports: [someReport()] });
    const event = { eventId: 'evt1', type, objectType: 'report', objectId: 'report1' } as const;
    const applied = applyEvent({ connection: testConnection, checkr, records, lock: freeLock, now: Date.now }, event);
    await expect(applied).rejects.toThrow('unavailable: checkr-read-lags');
  },
);

test('a report still pending hours later, when reconciling reads it, is believed: the pass goes', async () => {
  const records = createFakeRecords([someCheck({ ...invited, reportId: 'report1', status: 'Completed' })]);
  const { checkr } = createFakeCheckr({ reports: [someReport()] });
  const event = { eventId: 'r1', type: 'reconcile', objectType: 'report', objectId: 'report1' } as const;
  expect(await applyEvent({ connection: testConnection, checkr, records, lock: freeLock, now: Date.now }, event)).toBe(
    'applied',
  );
  expect(records.written(someCheck().id)).toMatchObject([{ status: 'In Progress', reopenReason: 'Revision' }]);
});

test('a completed report that Checkr suspends takes the pass away', async () => {
  const { report, written } = setup([someCheck({ ...invited, reportId: 'report1', status: 'Completed' })], {
    reports: [someReport({ status: 'suspended' })],
  });
  expect(await report()).toBe('applied');
  expect(written()).toMatchObject([{ status: 'Suspended', reopenReason: 'Revision' }]);
});

test('an upgraded report is pending again, and says so', async () => {
  const upgraded = someReport({ upgradedAt: '2026-11-20T13:00:00Z' });
  const { report, written } = setup([someCheck({ ...invited, reportId: 'report1', status: 'Completed' })], {
    reports: [upgraded],
  });
  expect(await report()).toBe('applied');
  expect(written()[0]).toMatchObject({ status: 'In Progress', reopenReason: 'Upgrade' });
});

test('the audit notes what became of each event, and of a look on our own account nothing', async () => {
  const invited1 = someCheck({ ...invited, reportId: 'report1' });
  const records = createFakeRecords([invited1]);
  const { checkr } = createFakeCheckr({ reports: [clearReport], invitations: [someInvitation()] });
  const deps = { connection: testConnection, checkr, records, lock: freeLock, now: () => 5_000 };
  const report = {
    eventId: 'evt1',
    type: 'report.completed',
    objectType: 'report',
    objectId: 'report1',
    receivedAt: 4_000,
    occurredAt: '1970-01-01T00:00:03Z',
    payloadSha256: 'e3b0',
  } as const;
  await applyEvent(deps, report);
  await applyEvent(deps, { ...report, eventId: 'evt2', type: 'reconcile' });
  await applyEvent(deps, {
    eventId: 'evt3',
    type: 'invitation.created',
    objectType: 'invitation',
    objectId: 'invitation1',
  });
  expect(records.noted).toMatchObject([
    {
      sourceEventId: 'evt1',
      outcome: 'Applied',
      checkId: invited1.id,
      durationMs: 1_000,
      occurredAt: '1970-01-01T00:00:03Z',
      payloadSha256: 'e3b0',
      receivedAt: '1970-01-01T00:00:04.000Z',
    },
    { sourceEventId: 'evt3', outcome: 'Ignored', reason: 'The check already says so.' },
  ]);
});

test('an event of an id nobody knows is parked', async () => {
  const { report, noted } = setup([], { reports: [clearReport] });
  await report();
  expect(noted).toMatchObject([{ outcome: 'Parked', checkId: null, vendorObjectId: 'report1' }]);
});

test('a parked event keeps the candidate, so that it can be matched once somebody here knows them', async () => {
  const { report, noted } = setup([], { reports: [clearReport] });
  await report();
  expect(noted).toMatchObject([{ vendorParentId: 'candidate1' }]);
});

test('matched later it changes the check, and a second row of the audit names the first', async () => {
  const records = createFakeRecords([someCheck({ ...invited, reportId: 'report1' })]);
  const { checkr } = createFakeCheckr({ reports: [clearReport] });
  const deps = { connection: testConnection, checkr, records, lock: freeLock, now: Date.now };
  const event = { eventId: 'evt1', type: 'report.completed', objectType: 'report', objectId: 'report1' } as const;
  expect(await applyEvent(deps, { ...event, wasParked: true })).toBe('applied');
  expect(records.noted).toMatchObject([
    { sourceEventId: 'evt1-matched', outcome: 'Applied', reason: 'Was kept as evt1 until it could be applied.' },
  ]);
});

test('matched in vain it is not parked twice', async () => {
  const records = createFakeRecords([]);
  const { checkr } = createFakeCheckr({ reports: [clearReport] });
  const deps = { connection: testConnection, checkr, records, lock: freeLock, now: Date.now };
  const event = { eventId: 'evt1', type: 'report.completed', objectType: 'report', objectId: 'report1' } as const;
  expect(await applyEvent(deps, { ...event, wasParked: true })).toBe('unknown');
  expect(records.noted).toEqual([]);
});

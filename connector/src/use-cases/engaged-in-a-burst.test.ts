import { expect, test } from 'vitest';
import { createSharedReading } from '../store/shared-reading.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { freeLock, someCheck, someReport, testConnection } from '../testing/fakes.ts';
import { applyEvent } from './apply-event.ts';

const REVISED_AT = '2026-11-25T10:00:00Z';
const AGAIN = Date.parse(REVISED_AT);

test.each([
  ['first', ['report.engaged', 'report.updated']],
  ['last', ['report.updated', 'report.engaged']],
])(
  'events that share a reading agree that a revision was accepted, when the one that tells it comes %s',
  async (_when, types) => {
    const review = { status: 'Review Required', adjudication: 'Engaged', reportChangedAt: AGAIN } as const;
    const connectionKey = `${testConnection.orgId}/test`;
    const check = someCheck({ ...review, reportId: 'report1', requestedAction: null, connectionKey });
    const records = createFakeRecords([check]);
    const engaged = { status: 'complete', result: 'consider', adjudication: 'engaged', revisedAt: REVISED_AT } as const;
    const { checkr } = createFakeCheckr({ reports: [someReport({ ...engaged, readAt: AGAIN + 90_000 })] });
    const lock = { ...freeLock, readTogether: createSharedReading(freeLock.hold) };
    const deps = { connection: testConnection, checkr, records, lock, now: Date.now };
    const occurredAt = new Date(AGAIN + 80_000).toISOString();
    const events = types.map(
      (type) => ({ eventId: type, type, objectType: 'report', objectId: 'report1', occurredAt }) as const,
    );
    await Promise.all(events.map((event) => applyEvent(deps, event)));
    expect(records.written(check.id).map(({ status }) => status)).toEqual(['Completed', 'Completed']);
  },
);

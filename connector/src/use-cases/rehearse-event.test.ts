import { expect, test } from 'vitest';
import type { CheckChange } from '../domain/check.ts';
import { Failure } from '../domain/failure.ts';
import type { RecordLock } from '../domain/ports.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { someCheck, someReport, testConnection } from '../testing/fakes.ts';
import { rehearseEvent } from './rehearse-event.ts';

const busy = () => Promise.reject(new Failure('busy', 'record-locked'));
const takenLock: RecordLock = { hold: busy, readTogether: busy };

test('shows what would change and writes nothing, though a worker is at the record', async () => {
  const check = someCheck({ status: 'Invited', requestedAction: null, candidateId: 'candidate1', reportId: 'report1' });
  const records = createFakeRecords([check]);
  const report = someReport({ status: 'complete', result: 'clear', completedAt: '2026-11-20T12:00:00Z' });
  const shown: Partial<Record<keyof CheckChange, unknown>> = { status: 'Invited' };
  const deps = {
    ...{ connection: testConnection, checkr: createFakeCheckr({ reports: [report] }).checkr, records },
    ...{ lock: takenLock, now: Date.now, readShown: () => Promise.resolve(shown) },
  };
  const rehearsal = await rehearseEvent(deps, { objectType: 'report', objectId: 'report1' });
  const [change] = rehearsal.changes;
  expect(change?.checkId).toBe(check.id);
  expect(change?.fields).toContainEqual({ field: 'status', before: 'Invited', after: 'Completed' });
  expect(records.written(check.id)).toEqual([]);
});

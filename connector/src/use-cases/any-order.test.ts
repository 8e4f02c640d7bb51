import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure, isFailure } from '../domain/failure.ts';
import type { RecordLock } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import { changeFromReport } from '../domain/report-outcome.ts';
import { createFakeRecords, type FakeGuards } from '../testing/fake-records.ts';
import { freeLock, someCheck, someReport, testConnection } from '../testing/fakes.ts';
import { createSharedReading } from '../store/shared-reading.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { applyEvent } from './apply-event.ts';

const CHECK = someCheck({ status: 'Invited', requestedAction: null, candidateId: 'candidate1', reportId: 'report1' });
const AT = '2026-11-20T12:00:00Z';
const LATER = '2026-11-20T12:30:00Z';

/** `npm run faults` asks for many more. */
const SCHEDULES = Number(process.env['ANY_ORDER_SCHEDULES'] ?? 500);

/** The lives a report can have at Checkr, state after state. */
const lives = fc.constantFrom<Partial<Report>[][]>(
  [{}, { status: 'complete', result: 'clear', completedAt: AT }],
  [{}, { status: 'suspended' }, {}, { status: 'complete', result: 'consider', completedAt: AT }],
  [{}, { status: 'complete', result: 'clear', completedAt: AT, includesCanceled: true }],
  [{}, { status: 'canceled' }],
  [
    {},
    { status: 'complete', result: 'clear', completedAt: AT },
    { status: 'dispute', result: 'clear', completedAt: AT },
    { status: 'complete', result: 'consider', completedAt: AT },
  ],
  [
    {},
    { status: 'complete', result: 'clear', completedAt: AT },
    { status: 'pending', upgradedAt: AT },
    { status: 'complete', result: 'clear', completedAt: AT, upgradedAt: AT },
  ],
  [
    {},
    { status: 'complete', result: 'consider', completedAt: AT },
    { status: 'complete', result: 'consider', completedAt: AT, adjudication: 'engaged' },
    { status: 'complete', result: 'consider', completedAt: AT, adjudication: 'engaged', revisedAt: LATER },
  ],
  [
    {},
    { status: 'complete', result: 'consider', completedAt: AT },
    { status: 'complete', result: 'consider', completedAt: AT, adjudication: 'pre_adverse_action' },
    { status: 'complete', result: 'consider', completedAt: AT, adjudication: 'post_adverse_action' },
  ],
);

interface Schedule {
  life: Partial<Report>[];
  /** For each delivery: how many states the read it leads to lags behind at first. */
  lags: number[];
  /** A lock that expired while its holder was away: nobody is kept out. */
  isLockLost: boolean;
  scheduler: fc.Scheduler;
}

const schedules = fc.record({
  life: lives,
  lags: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 6 }),
  isLockLost: fc.boolean(),
  scheduler: fc.scheduler(),
});

/** Lets the report live while its events are delivered, then reconciles once; gives every write the record took. */
async function play({ life, lags, isLockLost, scheduler }: Schedule, guards: FakeGuards = {}) {
  const records = createFakeRecords([CHECK], guards);
  let clock = Date.parse(LATER) + 3000;
  let state = 0;
  const reportAt = (index: number) => someReport({ ...life[Math.max(index, 0)], readAt: (clock += 1) });

  async function deliver(lag: number): Promise<void> {
    let behind = lag;
    const getReport = async () => {
      const read = reportAt(state - behind);
      behind = 0;
      await scheduler.schedule(Promise.resolve(), 'read');
      return read;
    };
    const checkr = {
      ...createFakeCheckr().checkr,
      getReport,
      getInvitation: () => Promise.reject(new Failure('not-found', 'x')),
      reportUrl: String,
    };
    const slowly = {
      ...records,
      write: (...args: Parameters<typeof records.write>) =>
        scheduler.schedule(Promise.resolve(), 'write').then(() => records.write(...args)),
    };
    const event = { eventId: 'evt1', type: 'report.updated', objectType: 'report', objectId: 'report1' } as const;
    for (let tries = 0; tries < 50; tries += 1) {
      try {
        await applyEvent({ connection: testConnection, checkr, records: slowly, lock, now: Date.now }, event);
        return;
      } catch (error) {
        if (!isFailure(error, 'busy', 'unavailable', 'rejected')) throw error;
        await scheduler.schedule(Promise.resolve(), 'try again');
      }
    }
  }

  const lock = isLockLost ? freeLock : createMemoryLock(scheduler);
  const living = life
    .slice(1)
    .map(() => scheduler.schedule(Promise.resolve(), 'the report moves on').then(() => (state += 1)));
  const deliveries = lags.map((lag) => scheduler.schedule(Promise.resolve(), 'delivery').then(() => deliver(lag)));
  await scheduler.waitFor(Promise.all([...living, ...deliveries]));
  await scheduler.waitFor(deliver(0));
  return {
    writes: records.written(CHECK.id),
    truth: changeFromReport(reportAt(life.length - 1), CHECK, testConnection),
  };
}

function createMemoryLock(scheduler: fc.Scheduler): RecordLock {
  const held = new Set<string>();
  const hold: RecordLock['hold'] = async (id, work) => {
    if (held.has(id)) throw new Failure('busy', 'record-locked');
    held.add(id);
    return work().finally(() => held.delete(id));
  };
  return { hold, readTogether: createSharedReading(hold, () => scheduler.schedule(Promise.resolve(), 'moment')) };
}

const property = (guards?: FakeGuards) =>
  fc.asyncProperty(schedules, async (schedule) => {
    const { writes, truth } = await play(schedule, guards);
    const { status, result, includesCanceled } = truth;
    expect(Object.assign({}, ...writes)).toMatchObject({ status, result, includesCanceled });
    const passes = writes.filter((write) => write.status === 'Completed' && write.result !== 'Adverse');
    expect(passes.every((write) => !write.includesCanceled)).toBe(true);
    const reads = writes.map(({ sourceReadAt = 0 }) => sourceReadAt);
    expect(reads).toEqual(reads.toSorted((a, b) => a - b));
  });

test('every order of events, reads and writes ends in what the report says, and nothing older overwrites it', async () => {
  await fc.assert(property(), { numRuns: SCHEDULES });
});

test('without the guard of the org some order would leave something older', async () => {
  expect((await fc.check(property({ readAt: false }), { numRuns: 2000 })).failed).toBe(true);
});

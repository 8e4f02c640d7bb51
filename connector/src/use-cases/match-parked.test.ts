import { expect, test } from 'vitest';
import type { ParkedEvent, WaitingOutcome } from '../domain/parked-event.ts';
import type { ParkedEvents } from '../domain/ports.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { testConnection } from '../testing/fakes.ts';
import { matchParked } from './match-parked.ts';
import { reportParked } from './report-parked.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-20T12:00:00Z');

interface Kept extends ParkedEvent {
  parkedAt: number;
  outcome: WaitingOutcome;
}

const somethingParked = (number: number, parkedAt = NOW - HOUR, outcome: WaitingOutcome = 'Parked'): Kept => ({
  rowId: String(number).padStart(4, '0'),
  eventId: `evt${number}`,
  type: 'report.completed',
  objectId: `report${number}`,
  parentId: `candidate${number}`,
  occurredAt: null,
  parkedAt,
  outcome,
});

function setup(events: Kept[], org: { known?: string[]; noted?: string[] } = {}) {
  const applied: { events: string[]; round: number }[] = [];
  const records = createFakeRecords([]);
  const cursor = () => {
    let kept = '';
    return { get: () => Promise.resolve(kept), set: (id: string) => Promise.resolve(void (kept = id)) };
  };
  const waitingCursors = { Parked: cursor(), Failed: cursor() };
  const reportedCursor = cursor();
  let calls = 0;
  const deps = (now: number) => ({
    connection: testConnection,
    records: {
      ...records,
      listNoted: (ids: readonly string[]) => {
        calls += 1;
        return Promise.resolve(ids.filter((id) => org.noted?.includes(id)));
      },
    },
    parked: {
      list: ({ outcome, since, until, afterId, limit }: Parameters<ParkedEvents['list']>[0]) => {
        calls += 1;
        const found = events.filter(
          (each) => each.outcome === outcome && each.parkedAt >= since && each.parkedAt < until && each.rowId > afterId,
        );
        return Promise.resolve(found.slice(0, limit));
      },
      listKnownIds: (_key: string, ids: readonly string[]) => {
        calls += 1;
        return Promise.resolve(ids.filter((id) => org.known?.includes(id)));
      },
    },
    waitingCursors,
    reportedCursor,
    apply: (some: ParkedEvent[], round: number) =>
      Promise.resolve(void (some.length > 0 && applied.push({ events: some.map(({ eventId }) => eventId), round }))),
    now: () => now,
  });
  return {
    applied,
    noted: records.noted,
    calls: () => calls,
    match: (now = NOW) => matchParked(deps(now)),
    report: (now = NOW) => reportParked(deps(now)),
  };
}

test.each([
  ['by what it is about', 'report2'],
  ['by the candidate it belongs to', 'candidate2'],
])('a parked event whose id is known by now, %s, is applied; the others go on waiting', async (_how, known) => {
  const { match, applied } = setup([somethingParked(1), somethingParked(2)], { known: [known] });
  expect(await match()).toEqual({ looked: 2, matched: 1, waiting: 1 });
  expect(applied).toEqual([{ events: ['evt2'], round: NOW / HOUR }]);
});

test('what was matched once is left alone', async () => {
  const { match, applied } = setup([somethingParked(1)], { known: ['report1'], noted: ['evt1-matched'] });
  expect(await match()).toEqual({ looked: 1, matched: 0, waiting: 0 });
  expect(applied).toEqual([]);
});

test('nothing kept costs two calls, something nobody knows three', async () => {
  const quiet = setup([]);
  await quiet.match();
  expect(quiet.calls()).toBe(2);
  const waiting = setup([somethingParked(1)]);
  await waiting.match();
  expect(waiting.calls()).toBe(3);
});

test('more than one run looks at is looked at by the next, then from the beginning', async () => {
  const { match } = setup(Array.from({ length: 5100 }, (_, index) => somethingParked(index)));
  expect((await match()).looked).toBe(5000);
  expect((await match()).looked).toBe(100);
  expect((await match()).looked).toBe(5000);
});

test('what waited seven days in vain is given up and reported once a day, with how many there are', async () => {
  const old = NOW - 7 * DAY - HOUR;
  const { match, report, noted, applied } = setup(
    [somethingParked(1, old), somethingParked(2, old), somethingParked(3, old), somethingParked(4)],
    { noted: ['evt3-matched'] },
  );
  expect((await match()).looked).toBe(1);
  expect(await report()).toEqual({ unmatched: 2 });
  expect(noted).toMatchObject([
    { sourceEventId: 'unmatched-2026-11-20', type: 'events.unmatched', outcome: 'Failed', source: 'Connector' },
  ]);
  expect(noted[0]?.reason).toContain('2.');
  expect(noted[0]?.reason?.length).toBeLessThan(256);
  expect(applied).toEqual([]);
});

test('when everything was matched nothing is reported', async () => {
  const { report, noted } = setup([somethingParked(1, NOW - 7 * DAY - HOUR)], { noted: ['evt1-matched'] });
  expect(await report()).toEqual({ unmatched: 0 });
  expect(noted).toEqual([]);
});

test('what could not be applied is tried every hour, whoever knows its ids, until it is', async () => {
  const failed = setup([somethingParked(1, NOW - HOUR, 'Failed')]);
  expect(await failed.match()).toEqual({ looked: 1, matched: 1, waiting: 1 });
  await failed.match(NOW + HOUR);
  expect(failed.noted).toMatchObject([
    { sourceEventId: 'failing-2026-11-20' },
    { sourceEventId: 'failing-2026-11-20' },
  ]);
  expect(failed.noted[0]).toMatchObject({ type: 'events.unmatched', outcome: 'Failed', source: 'Connector' });
  expect(failed.noted[0]?.reason?.length).toBeLessThan(256);
  expect(failed.applied.map(({ events, round }) => [events, round - NOW / HOUR])).toEqual([
    [['evt1'], 0],
    [['evt1'], 1],
  ]);
  const applied = setup([somethingParked(1, NOW - HOUR, 'Failed')], { noted: ['evt1-matched'] });
  expect(await applied.match()).toEqual({ looked: 1, matched: 0, waiting: 0 });
});

test('what could not be applied for seven days is reported too, known or not', async () => {
  const { report, noted } = setup([somethingParked(1, NOW - 7 * DAY - HOUR, 'Failed')], { known: ['report1'] });
  expect(await report()).toEqual({ unmatched: 1 });
  expect(noted).toHaveLength(1);
});

test('a report goes on where the last one ended: one that comes late leaves no gap, an early one counts nothing twice', async () => {
  const hourly = Array.from({ length: 72 }, (_, index) => somethingParked(index, NOW - 8 * DAY + index * HOUR));
  const { report } = setup(hourly);
  const counts = [];
  for (const at of [NOW, NOW + 47 * HOUR, NOW + 48 * HOUR]) counts.push((await report(at)).unmatched);
  expect(counts).toEqual([24, 47, 1]);
});

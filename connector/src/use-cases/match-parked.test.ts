import { expect, test } from 'vitest';
import type { ParkedEvent } from '../domain/parked-event.ts';
import { createFakeRecords, testConnection } from '../testing/fakes.ts';
import { matchParked, reportParked } from './match-parked.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-20T12:00:00Z');

const somethingParked = (number: number, parkedAt = NOW - HOUR): ParkedEvent & { parkedAt: number } => ({
  rowId: String(number).padStart(4, '0'),
  eventId: `evt${number}`,
  type: 'report.completed',
  objectId: `report${number}`,
  parentId: `candidate${number}`,
  occurredAt: null,
  parkedAt,
});

function setup(events: (ParkedEvent & { parkedAt: number })[], org: { known?: string[]; noted?: string[] } = {}) {
  const applied: { events: string[]; round: number }[] = [];
  const records = createFakeRecords([]);
  let kept = '';
  let calls = 0;
  const deps = (now: number) => ({
    connection: testConnection,
    records,
    parked: {
      list: ({ since, until, afterId, limit }: { since: number; until: number; afterId: string; limit: number }) => {
        calls += 1;
        const found = events.filter((each) => each.parkedAt >= since && each.parkedAt < until && each.rowId > afterId);
        return Promise.resolve(found.slice(0, limit));
      },
      listKnownIds: (_key: string, ids: readonly string[]) => {
        calls += 1;
        return Promise.resolve(ids.filter((id) => org.known?.includes(id)));
      },
      listNoted: (ids: readonly string[]) => {
        calls += 1;
        return Promise.resolve(ids.filter((id) => org.noted?.includes(id)));
      },
    },
    parkedCursor: { get: () => Promise.resolve(kept), set: (id: string) => Promise.resolve(void (kept = id)) },
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
  expect(await match()).toEqual({ looked: 2, matched: 1 });
  expect(applied).toEqual([{ events: ['evt2'], round: NOW / HOUR }]);
});

test('what was matched once is left alone', async () => {
  const { match, applied } = setup([somethingParked(1)], { known: ['report1'], noted: ['evt1-matched'] });
  expect(await match()).toEqual({ looked: 1, matched: 0 });
  expect(applied).toEqual([]);
});

test('nothing parked costs one call, something nobody knows two', async () => {
  const quiet = setup([]);
  await quiet.match();
  expect(quiet.calls()).toBe(1);
  const waiting = setup([somethingParked(1)]);
  await waiting.match();
  expect(waiting.calls()).toBe(2);
});

test('more than one run looks at is looked at by the next, then from the beginning', async () => {
  const { match } = setup(Array.from({ length: 600 }, (_, index) => somethingParked(index)));
  expect((await match()).looked).toBe(500);
  expect((await match()).looked).toBe(100);
  expect((await match()).looked).toBe(500);
});

test('what waited seven days in vain is given up and reported once a day, with how many there are', async () => {
  const old = NOW - 7 * DAY - HOUR;
  const { match, report, noted, applied } = setup(
    [somethingParked(1, old), somethingParked(2, old), somethingParked(3, old), somethingParked(4)],
    { known: ['report3'] },
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
  const { report, noted } = setup([somethingParked(1, NOW - 7 * DAY - HOUR)], { known: ['candidate1'] });
  expect(await report()).toEqual({ unmatched: 0 });
  expect(noted).toEqual([]);
});

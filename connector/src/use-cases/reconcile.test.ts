import { expect, test } from 'vitest';
import { Failure } from '../domain/failure.ts';
import type { OpenCheck } from '../domain/ports.ts';
import { testConnection } from '../testing/fakes.ts';
import { reconcile, type ReconcileJob } from './reconcile.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

interface Org {
  outstanding?: string[];
  open?: OpenCheck[];
  isOutstandingRefused?: boolean;
  openPerRun?: number;
  /** Ids of the reports of an account with Assess that wait for their assessment, with the moment they were completed. */
  unassessed?: Record<string, number>;
}

function setup({ outstanding = [], open = [], isOutstandingRefused = false, openPerRun = 240, unassessed }: Org) {
  const requeued: { job: ReconcileJob; round: number }[] = [];
  const asked: object[] = [];
  const cursor = () => {
    let kept = '';
    return { get: () => Promise.resolve(kept), set: (id: string) => Promise.resolve(void (kept = id)) };
  };
  const cursors = { outstanding: cursor(), open: cursor() };
  const run = (now = NOW) =>
    reconcile({
      connection: { ...testConnection, usesAssess: unassessed !== undefined },
      records: {
        listUnassessed: ({ completedSince, completedUntil, ...query }) => {
          asked.push(query);
          const isDue = ([, at]: [string, number]) => at >= completedSince && at < completedUntil;
          return Promise.resolve(Object.entries(unassessed ?? {}).flatMap((each) => (isDue(each) ? [each[0]] : [])));
        },
        listOutstanding: (query) => {
          asked.push(query);
          if (isOutstandingRefused) return Promise.reject(new Failure('unavailable', 'salesforce-x'));
          return Promise.resolve(outstanding.filter((id) => id > query.afterId).slice(0, query.limit));
        },
        listOpen: (query) => {
          asked.push(query);
          return Promise.resolve(open.filter(({ id }) => id > query.afterId).slice(0, query.limit));
        },
      },
      after: { outstandingMs: 600_000, openMs: 21_600_000 },
      cursors,
      openPerRun,
      requeue: (jobs, round) => Promise.resolve(void requeued.push(...jobs.map((job) => ({ job, round })))),
      now: () => now,
    });
  return { run, requeued, asked };
}

test('forgotten actions are carried out, open checks are looked at: by report, else by invitation', async () => {
  const { run, requeued } = setup({
    outstanding: ['check1'],
    open: [
      { id: 'a', invitationId: 'invitation1', reportId: null },
      { id: 'b', invitationId: 'invitation2', reportId: 'report2' },
      { id: 'c', invitationId: null, reportId: null },
    ],
  });
  expect(await run()).toEqual({ actions: 1, events: 2, unassessed: 0 });
  expect(requeued.map(({ job }) => job)).toEqual([
    { kind: 'action', checkId: 'check1' },
    { kind: 'event', objectType: 'invitation', objectId: 'invitation1' },
    { kind: 'event', objectType: 'report', objectId: 'report2' },
  ]);
});

test('only what has lain untouched is asked for, and only of this connection', async () => {
  const { run, asked } = setup({});
  await run();
  const connectionKey = `${testConnection.orgId}/test`;
  expect(asked).toMatchObject([
    { connectionKey, untouchedSince: NOW - 600_000 },
    { connectionKey, untouchedSince: NOW - 21_600_000 },
  ]);
});

test('more open checks than one run may read are read over several runs, then from the beginning', async () => {
  const open = Array.from({ length: 300 }, (_, index) => ({
    id: String(index).padStart(4, '0'),
    invitationId: `i${index}`,
    reportId: null,
  }));
  const { run } = setup({ open });
  expect((await run()).events).toBe(240);
  expect((await run()).events).toBe(60);
  expect((await run()).events).toBe(240);
});

test('a hundred actions nobody can carry out do not hide the one behind them', async () => {
  const stuck = Array.from({ length: 100 }, (_, index) => `stuck${String(index).padStart(3, '0')}`);
  const { run, requeued } = setup({ outstanding: [...stuck, 'the-one-behind'] });
  await run();
  await run(NOW + 60_000);
  expect(requeued.map(({ job }) => job)).toContainEqual({ kind: 'action', checkId: 'the-one-behind' });
  expect((await run(NOW + 120_000)).actions).toBe(100);
});

test('a list that cannot be read does not keep the other from being looked at, and the run fails', async () => {
  const { run, requeued } = setup({
    isOutstandingRefused: true,
    open: [{ id: 'a', invitationId: 'invitation1', reportId: null }],
  });
  await expect(run()).rejects.toThrow('unavailable: salesforce-x');
  expect(requeued).toHaveLength(1);
});

test('an account that may ask Checkr for less has fewer open checks read in a run', async () => {
  const open = ['a', 'b', 'c'].map((id) => ({ id, invitationId: id, reportId: null }));
  expect((await setup({ open, openPerRun: 2 }).run()).events).toBe(2);
});

test('a report is looked at as soon as its assessment is overdue, once, where the account has any', async () => {
  const minutesAgo = (minutes: number) => NOW - minutes * 60_000;
  const unassessed = { fresh: minutesAgo(30), overdue: minutesAgo(32), old: minutesAgo(7 * 60) };
  const { run, requeued } = setup({ unassessed });
  expect(await run()).toEqual({ actions: 0, events: 0, unassessed: 1 });
  await run(NOW + 1000);
  const looks = requeued.map(({ job, round }) => [job, round]);
  expect(looks[0]).toEqual([{ kind: 'event', objectType: 'report', objectId: 'overdue' }, expect.any(Number)]);
  expect(looks[1]).toEqual(looks[0]);
  const without = setup({});
  await without.run();
  expect(without.asked).toHaveLength(2);
});

test('within one span the same thing is wanted once, in the next again', async () => {
  const { run, requeued } = setup({ outstanding: ['check1'] });
  await run(NOW);
  await run(NOW + 60_000);
  await run(NOW + 600_000);
  const rounds = requeued.map(({ round }) => round);
  expect(rounds[0]).toBe(rounds[1]);
  expect(rounds[2]).not.toBe(rounds[1]);
});

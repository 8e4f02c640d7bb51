import { expect, test } from 'vitest';
import type { OpenCheck } from '../domain/ports.ts';
import { testConnection } from '../testing/fakes.ts';
import { reconcile, type ReconcileJob } from './reconcile.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

function setup({ outstanding = [], open = [] }: { outstanding?: string[]; open?: OpenCheck[] }) {
  const requeued: { job: ReconcileJob; round: number }[] = [];
  const asked: object[] = [];
  let kept = '';
  const run = (now = NOW) =>
    reconcile({
      connection: testConnection,
      records: {
        listOutstanding: (query) => (asked.push(query), Promise.resolve(outstanding)),
        listOpen: (query) => {
          asked.push(query);
          return Promise.resolve(open.filter(({ id }) => id > query.afterId).slice(0, query.limit));
        },
      },
      after: { outstandingMs: 600_000, openMs: 21_600_000 },
      cursor: { get: () => Promise.resolve(kept), set: (id) => Promise.resolve(void (kept = id)) },
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
  expect(await run()).toEqual({ actions: 1, events: 2 });
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

test('within one span the same thing is wanted once, in the next again', async () => {
  const { run, requeued } = setup({ outstanding: ['check1'] });
  await run(NOW);
  await run(NOW + 60_000);
  await run(NOW + 600_000);
  const rounds = requeued.map(({ round }) => round);
  expect(rounds[0]).toBe(rounds[1]);
  expect(rounds[2]).not.toBe(rounds[1]);
});

import { expect, test } from 'vitest';
import type { ReconcileJob } from './reconcile.ts';
import { rereadRevised } from './reread-revised.ts';

const NOW = Date.parse('2026-11-20T12:30:00.000Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function setup(reportIds: string[] = []) {
  const asked: [string, string][] = [];
  const requeued: { job: ReconcileJob; round: number }[] = [];
  let kept = '';
  const run = (now = NOW) =>
    rereadRevised({
      checkr: {
        listRevisedReports: (since, until) => {
          asked.push([since, until]);
          return Promise.resolve(reportIds);
        },
      },
      revisedCursor: { get: () => Promise.resolve(kept), set: (until) => Promise.resolve(void (kept = until)) },
      requeue: (jobs, round) => Promise.resolve(void requeued.push(...jobs.map((job) => ({ job, round })))),
      now: () => now,
    });
  return { run, asked, requeued };
}

test('a revised report is read again, within one hour once', async () => {
  const { run, requeued } = setup(['report1']);
  expect(await run()).toEqual({ revised: 1 });
  await run(NOW + 60_000);
  await run(NOW + HOUR);
  expect(requeued[0]?.job).toEqual({ kind: 'reread', reportId: 'report1' });
  expect(requeued.map(({ round }) => round - Math.floor(NOW / HOUR))).toEqual([0, 0, 1]);
});

test('one that forgot how far it was begins ninety days back and catches up in steps without a gap', async () => {
  const { run, asked } = setup();
  for (let minute = 0; minute < 14; minute += 1) await run(NOW + minute * 60_000);
  expect(asked[0]?.[0]).toBe(new Date(NOW - 90 * DAY).toISOString());
  for (const [index, [since]] of asked.slice(1, 13).entries()) expect(since).toBe(asked[index]?.[1]);
  expect(asked[12]?.[1]).toBe(new Date(NOW + 12 * 60_000).toISOString());
});

test('what is up to date looks at the last hour again', async () => {
  const { run, asked } = setup();
  for (let minute = 0; minute < 14; minute += 1) await run(NOW + minute * 60_000);
  const now = NOW + 14 * 60_000;
  await run(now);
  expect(asked.at(-1)).toEqual([new Date(now - 60_000 - HOUR).toISOString(), new Date(now).toISOString()]);
});

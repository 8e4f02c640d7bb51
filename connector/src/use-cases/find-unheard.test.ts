import { expect, test } from 'vitest';
import { connectionKey } from '../domain/connection.ts';
import { Failure } from '../domain/failure.ts';
import type { Report } from '../domain/report.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { someReport, testConnection } from '../testing/fakes.ts';
import { findUnheard } from './find-unheard.ts';
import type { ReconcileJob } from './reconcile.ts';

const NOW = Date.parse('2026-11-20T12:30:00.000Z');
const daysAgo = (days: number) => new Date(NOW - days * 24 * 3_600_000).toISOString();

/** An account and an org whose checks hold these ids of Checkr's. */
function setup(reports: Report[], { known = [], pages = 1 }: { known?: string[]; pages?: number } = {}) {
  const { checkr, fail } = createFakeCheckr({ reports, candidates: [{ id: 'candidate1', customId: '' }] });
  const requeued: ReconcileJob[] = [];
  const asked: number[] = [];
  let place = '';
  const run = () =>
    findUnheard({
      ...{ connection: testConnection, now: () => NOW },
      checkr: {
        ...checkr,
        async listCandidates(page) {
          asked.push(page);
          return { ...(await checkr.listCandidates(page)), isLast: page === pages };
        },
      },
      parked: {
        listKnownIds: (key, ids) =>
          Promise.resolve(key === connectionKey(testConnection) && ids.some((id) => known.includes(id)) ? known : []),
      },
      unheardCursor: { get: () => Promise.resolve(place), set: (to) => Promise.resolve(void (place = to)) },
      requeue: (jobs) => Promise.resolve(void requeued.push(...jobs)),
    });
  return { run, asked, requeued, fail, flush: () => (place = '') };
}

test('a report of somebody we know that no check shows is read, once after each loss of Redis', async () => {
  const reports = [
    someReport({ id: 'shown', status: 'complete', completedAt: daysAgo(1) }),
    someReport({ id: 'unheard', status: 'complete', completedAt: daysAgo(1) }),
    someReport({ id: 'running' }),
  ];
  const { run, asked, requeued, flush } = setup(reports, { known: ['candidate1', 'shown'] });
  expect(await run()).toEqual({ unheard: 2 });
  expect(requeued).toEqual(['unheard', 'running'].map((reportId) => ({ kind: 'reread', reportId })));
  expect(await run()).toEqual({ unheard: 0 });
  expect(asked).toEqual([1]);
  flush();
  expect(await run()).toEqual({ unheard: 2 });
});

test.each<[string, Partial<Report>, string[]]>([
  ['of somebody no check here knows', { completedAt: daysAgo(1) }, ['another']],
  ['that is older than anything in Redis', { completedAt: daysAgo(8) }, ['candidate1']],
  ['that was canceled', { status: 'canceled' }, ['candidate1']],
])('a report %s is left alone', async (_which, report, known) => {
  const { run } = setup([someReport({ status: 'complete', ...report })], { known });
  expect(await run()).toEqual({ unheard: 0 });
});

test('one that Checkr cannot show hides none behind it; while Checkr is away the page is looked at again', async () => {
  const reports = [someReport({ id: 'gone' }), someReport({ id: 'odd' }), someReport({ id: 'behind' })];
  const { run, requeued, fail } = setup(reports, { known: ['candidate1'] });
  const away = new Failure('unavailable', 'checkr-500');
  fail('getReport', away);
  await expect(run()).rejects.toThrow(away);
  fail('getReport', new Failure('not-found', 'checkr-404'), new Failure('rejected', 'checkr-400'));
  expect(await run()).toEqual({ unheard: 2 });
  expect(requeued).toEqual(['odd', 'behind'].map((reportId) => ({ kind: 'reread', reportId })));
});

test('a large account is looked through over several runs', async () => {
  const { run, asked } = setup([], { pages: 7 });
  for (let minute = 0; minute < 3; minute += 1) await run();
  expect(asked).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

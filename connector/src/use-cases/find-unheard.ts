import type { CandidateReports, Checkr } from '../domain/checkr-port.ts';
import { connectionKey } from '../domain/connection.ts';
import { isFailure } from '../domain/failure.ts';
import type { ParkedEvents } from '../domain/ports.ts';
import { changedAtOf } from '../domain/report-acceptance.ts';
import type { Place } from './match-parked.ts';
import type { ReconcileDeps, ReconcileJob } from './reconcile.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Longer than an event waits in Redis, and than looking through a large account takes; older reports were heard of or deleted. */
const RECENT_MS = 7 * 24 * HOUR_MS;
/** A hundred people each; so few that looking through them stays small change for Checkr. */
const PAGES_PER_RUN = 5;
const DONE = 'done';
const PASSING = ['unavailable', 'rate-limited', 'busy', 'unauthorized'] as const;

export interface FindUnheardDeps extends Pick<ReconcileDeps, 'connection' | 'requeue' | 'now'> {
  checkr: Pick<Checkr, 'listCandidates' | 'getReport'>;
  parked: Pick<ParkedEvents, 'listKnownIds'>;
  /** The next page of people, or that all were looked at; lost together with Redis, and so with events nobody applied yet. */
  unheardCursor: Place;
}

/**
 * Once after each loss of Redis, has reports read that no check shows, of people we know: those of continuous checks,
 * whose events were lost with it, are in no list of the org's nor of Checkr's revisions.
 */
export async function findUnheard(deps: FindUnheardDeps): Promise<{ unheard: number }> {
  const { checkr, unheardCursor: cursor, requeue, now } = deps;
  let unheard = 0;
  for (let left = PAGES_PER_RUN; left > 0; left -= 1) {
    const place = await cursor.get();
    if (place === DONE) break;
    const page = Number(place) || 1;
    const { candidates, isLast } = await checkr.listCandidates(page);
    const reportIds = await recentOf(deps, await unshownOf(deps, candidates));
    const jobs = reportIds.map((reportId): ReconcileJob => ({ kind: 'reread', reportId }));
    await requeue(jobs, Math.floor(now() / HOUR_MS));
    await cursor.set(isLast ? DONE : String(page + 1));
    unheard += jobs.length;
  }
  return { unheard };
}

/** The rows of people we know name their reports too. */
async function unshownOf(
  { parked, connection }: FindUnheardDeps,
  candidates: readonly CandidateReports[],
): Promise<string[]> {
  const withReports = candidates.filter(({ reportIds }) => reportIds.length > 0);
  if (withReports.length === 0) return [];
  const ids = withReports.map(({ id }) => id);
  const known = new Set(await parked.listKnownIds(connectionKey(connection), ids));
  return withReports.flatMap(({ id, reportIds }) =>
    known.has(id) ? reportIds.filter((each) => !known.has(each)) : [],
  );
}

async function recentOf({ checkr, now }: FindUnheardDeps, reportIds: string[]): Promise<string[]> {
  const recent = [];
  for (const reportId of reportIds) if (await isRecent(checkr, { reportId, at: now() })) recent.push(reportId);
  return recent;
}

async function isRecent(
  checkr: Pick<Checkr, 'getReport'>,
  { reportId, at }: { reportId: string; at: number },
): Promise<boolean> {
  try {
    const report = await checkr.getReport(reportId);
    return report.status !== 'canceled' && at - (changedAtOf(report) ?? at) < RECENT_MS;
  } catch (error) {
    if (isFailure(error, ...PASSING)) throw error;
    // What cannot be read is for the job to keep: it must not hide those behind it.
    return !isFailure(error, 'not-found');
  }
}

import { startKiller, type Death, type Killer } from '../../../connector/test/kill-points/killer.ts';
import type { KillJob } from '../../../connector/test/kill-points/kill-job.ts';
import type { KillPoint } from '../../../connector/test/kill-points/mortal-program.ts';
import { wordsFor } from '../problem.ts';
import { say } from '../say.ts';
import type { Figures } from './figures.ts';

const TIMES = 2;
/** Products side by side: most of a death is waiting for the locks of the dead. */
const LANES = 3;

interface Planned extends KillPoint {
  job: KillJob;
}

/** Kills the worker at every point of these jobs, each twice, and counts what came of it. */
export async function everyDeath(jobs: KillJob[], { direct = false } = {}): Promise<Partial<Figures>> {
  const lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => startKiller({ lane, direct })));
  try {
    const points = await pointsOf(lanes, jobs);
    const planned = points.flatMap((point) => Array.from({ length: TIMES }, () => point));
    const deaths = await playAll(lanes, planned);
    return figuresOf(points.length, deaths);
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

async function pointsOf(lanes: Killer[], jobs: KillJob[]): Promise<Planned[]> {
  const waiting = [...jobs];
  const found: Planned[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let job = waiting.shift(); job; job = waiting.shift()) {
        const points = await lane.pointsOf(job);
        say(`${job.name}: ${points.length} points`);
        for (const point of points) found.push({ ...point, job });
      }
    }),
  );
  return found;
}

type Outcome = Death | { job: string; died: boolean; wrong: string[]; account?: undefined };

async function playAll(lanes: Killer[], planned: Planned[]): Promise<Outcome[]> {
  const waiting = [...planned];
  const outcomes: Outcome[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { job, point, occurrence } = next;
        const outcome = await lane
          .kill(job, { point, occurrence })
          .catch((error: unknown): Outcome => ({ job: job.name, died: true, wrong: [wordsFor(error)] }));
        outcomes.push(outcome);
        const verdict = outcome.wrong.length > 0 ? `WRONG (${outcome.wrong.join('; ')})` : verdictOf(outcome);
        say(`${progress(outcomes.length, planned.length)} ${job.name}: ${point} (${occurrence}): ${verdict}`);
      }
    }),
  );
  return outcomes;
}

const verdictOf = ({ died }: Outcome): string => (died ? 'right' : 'right, and nobody died: not reached this time');
const progress = (done: number, all: number): string => `${String(done).padStart(String(all).length)}/${all}`;

function figuresOf(points: number, outcomes: Outcome[]): Partial<Figures> {
  const right = outcomes.filter(({ wrong }) => wrong.length === 0).length;
  const most = (count: (outcome: Outcome) => number): number => Math.max(0, ...outcomes.map(count));
  return {
    points,
    deaths: outcomes.filter(({ died }) => died).length,
    requests: outcomes.length,
    ordersPerRequest: most(({ account }) => Math.max(account?.invitations ?? 0, account?.reports ?? 0)),
    notificationsPerRequest: most(({ account }) => account?.notifications ?? 0),
    recordsRight: right,
    losses: outcomes.length - right,
  };
}

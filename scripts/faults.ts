import { playWithDeath, startWithoutWorker, type KillRun, type Phase } from '../connector/test/kill-points/harness.ts';
import { wordsFor } from './lib/problem.ts';
import { startRedis } from './lib/redis.ts';
import { say } from './lib/say.ts';

const TIMES = 2;
const PHASES: Phase[] = ['order', 'result'];

/**
 * `npm run faults [order|result]`: the worker dies at every point of both jobs, or of one, each twice; prints what
 * Checkr and the org then hold.
 */
process.exitCode = await main().catch((error: unknown) => {
  say(wordsFor(error));
  return 1;
});

async function main(): Promise<number> {
  const redis = await startRedis({ fresh: false });
  process.env['REDIS_URL'] = redis.url;
  const product = await startWithoutWorker();
  try {
    const runs: KillRun[] = [];
    for (const phase of PHASES) if (isWanted(phase)) runs.push(...(await everyPoint(phase)));
    return summary(runs);
  } finally {
    await product.close();
    await redis.close();
  }

  async function everyPoint(phase: Phase): Promise<KillRun[]> {
    const runs: KillRun[] = [];
    for (let killAt = 1; ; killAt += 1) {
      for (let time = 0; time < TIMES; time += 1) runs.push(await playWithDeath(product, phase, killAt));
      const last = runs.at(-1);
      if (!last?.point) return runs.filter(({ point }) => point !== null);
      say(`${phase.padEnd(7)} ${String(killAt).padStart(3)}  ${verdict(last)}  ${last.point}`);
    }
  }
}

function isWanted(phase: Phase): boolean {
  const named = process.argv.slice(2);
  return named.length === 0 || named.includes(phase);
}

function isRight({ candidates, invitations, reports, status, cleared }: KillRun): boolean {
  return candidates === 1 && invitations === 1 && reports === 1 && status === 'Completed' && cleared === true;
}

function verdict(run: KillRun): string {
  return isRight(run) ? 'right' : 'WRONG';
}

function summary(runs: KillRun[]): number {
  const most = (count: (run: KillRun) => number) => Math.max(...runs.map(count));
  say(`deaths                ${runs.length}`);
  say(`candidates per request ${most(({ candidates }) => candidates)}`);
  say(`orders per request     ${most(({ invitations }) => invitations)}`);
  say(`losses                ${runs.filter((run) => !isRight(run)).length}`);
  return runs.every(isRight) ? 0 : 1;
}

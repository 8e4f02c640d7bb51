import type { BenchOptions } from '../lib/bench-options.ts';
import { nowMicroseconds } from '../lib/cpu-profile.ts';
import { DOOR_PAIRS, startDoorModes } from '../lib/door-modes.ts';
import { emptyRedis } from '../lib/empty-redis.ts';
import { load } from '../lib/load.ts';
import { startProduct } from '../lib/product.ts';
import { profilesOf, profilingFlags, type ProfiledSpan, type WorkProfile } from '../lib/profiled.ts';
import { seedChecks } from '../lib/seed.ts';
import { drainOnce } from './drain.ts';
import { openBacklog } from '../lib/backlog.ts';

/** Enough for some thousand samples of a worker. */
const MOST_EVENTS = 1000;
const NAMES = DOOR_PAIRS.flatMap(({ door, baseline }) => [door, baseline]);

/** Where the processor time of the doors, of their baselines and of a worker that drains a queue goes. */
export async function profile(options: BenchOptions): Promise<WorkProfile[]> {
  return [...(await profileDoors(options)), ...(await profileDrain(options))];
}

async function profileDoors(options: BenchOptions): Promise<WorkProfile[]> {
  const { logFolder, redisUrl, loadSeconds } = options;
  const spans: ProfiledSpan[] = [];
  const { modes, stop } = await startDoorModes(options, (program) => profilingFlags(logFolder, program));
  try {
    for (const { name, program, ...request } of modes.filter((mode) => NAMES.includes(mode.name))) {
      const once = (seconds: number) => load({ ...request, seconds, pid: program.pid });
      await once(loadSeconds);
      await emptyRedis(redisUrl);
      const from = nowMicroseconds();
      const { microseconds } = await once(2 * loadSeconds);
      spans.push({ name, program: program.name, microseconds, from, to: nowMicroseconds() });
      await emptyRedis(redisUrl);
    }
  } finally {
    await stop();
  }
  return profilesOf(logFolder, spans);
}

async function profileDrain(options: BenchOptions): Promise<WorkProfile[]> {
  const product = await startProduct(options);
  const program = 'worker';
  try {
    const checks = await seedChecks(product, Math.min(options.checks, MOST_EVENTS));
    await product.stopWorkers();
    await product.startWorkers(1, profilingFlags(options.logFolder, program));
    const backlog = await openBacklog(options.redisUrl);
    // The first only warms up.
    await drainOnce(product, backlog, checks);
    const from = nowMicroseconds();
    const { microseconds } = await drainOnce(product, backlog, checks);
    const span = { name: 'worker, drain', program, microseconds, from, to: nowMicroseconds() };
    await backlog.close();
    await product.stopWorkers();
    return profilesOf(options.logFolder, [span]);
  } finally {
    await product.close();
  }
}

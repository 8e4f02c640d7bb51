import { startProgram } from '../../scripts/lib/start-program.ts';
import type { BenchOptions } from './bench-options.ts';

/** As many jobs at a time as a worker of ours. */
const CONCURRENCY = 100;

/** Jobs a second BullMQ works off doing nothing. */
export async function bareDrain({ redisUrl, logFolder }: BenchOptions, jobs: number): Promise<number> {
  const env = { REDIS_URL: redisUrl, JOBS: String(jobs), CONCURRENCY: String(CONCURRENCY) };
  const file = 'bench/baselines/noop-drain.ts';
  const bare = await startProgram({ name: 'noop-drain', file, env, logFolder, readyMessage: 'drained' });
  await bare.stop();
  return jobs / (Number(bare.url) / 1000);
}

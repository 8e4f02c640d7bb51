import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { newRun } from '../scripts/lib/new-run.ts';
import { startRedis } from '../scripts/lib/redis.ts';
import { doors } from './cases/doors.ts';
import { drain, scaleOut } from './cases/drain.ts';
import { loneEvent } from './cases/lone-event.ts';
import { memory } from './cases/memory.ts';
import { oneCheck } from './cases/one-check.ts';
import { outage } from './cases/outage.ts';
import { profile } from './cases/profile.ts';
import { records } from './cases/records.ts';
import { redisCommands } from './cases/redis.ts';
import { startUp } from './cases/start-up.ts';
import { volume } from './cases/volume.ts';
import { FULL_SIZE, TINY_SIZE, type BenchOptions } from './lib/bench-options.ts';
import type { Figure } from './lib/figures.ts';
import { startProduct } from './lib/product.ts';
import type { SeededCheck } from './lib/seed.ts';
import { sayFigures } from './lib/say-figures.ts';

/**
 * `npm run bench [-- --json FILE] [--tiny] [--only CASE …]`: measures the product on this machine, in turns with tiny
 * programs that do what cannot be left out. `--tiny` only shows that every case runs; `--profile` says instead where the
 * processor time of the doors and of the worker goes. See docs/performance.md.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    tiny: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    profile: { type: 'boolean', default: false },
  },
});
/** Cases that need neither an org nor records in it. */
const ALONE = ['doors', 'outage', 'start'];
delete process.env['REDIS_URL'];
const redis = await startRedis({ fresh: false });
const startedAt = performance.now();
try {
  const size = values.tiny ? TINY_SIZE : FULL_SIZE;
  const options = { ...size, redisUrl: redis.url, logFolder: newRun('bench').logFolder };
  const results = values.profile ? { profiles: await profile(options) } : { figures: await measure(options) };
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  if (results.figures) sayFigures(results.figures);
  console.log(`\n${machine()}; ${seconds} s`);
  if (values.json)
    writeFileSync(values.json, JSON.stringify({ machine: machine(), seconds, ...results }, undefined, 2));
} finally {
  await redis.close();
}

async function measure(options: BenchOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  const run = async (name: string, work: () => Promise<Figure[]>) => {
    if (values.only && name !== 'records' && !values.only.includes(name)) return;
    const from = performance.now();
    figures.push(...(await work()));
    console.log(`${name}: ${Math.round((performance.now() - from) / 1000)} s`);
  };
  await run('doors', () => doors(options));
  await run('outage', () => outage(options));
  await run('start', () => startUp(options));
  if (values.only?.every((name) => ALONE.includes(name))) return figures;
  const product = await startProduct(options);
  try {
    await run('one check', () => oneCheck(product, options));
    const checks: SeededCheck[] = [];
    await run('records', async () => {
      const filled = await records(product, options);
      checks.push(...filled.checks);
      return filled.figures;
    });
    // Before the floods, after which calls wait for company for some minutes.
    await run('lone events', () => loneEvent(product, checks, options));
    await run('drain', () => drain(product, checks, options));
    await run('volume', () => volume(product, checks, options));
    await run('scale out', () => scaleOut(product, checks, options));
    await run('Redis', () => redisCommands(product, checks, options));
    await run('memory', () => memory(product, checks, options));
  } finally {
    await product.close();
  }
  return figures.toSorted((one, other) => one.case.localeCompare(other.case));
}

function machine(): string {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model ?? 'unknown'}, ${gigabytes} GB, Linux ${release()}, Node ${process.version}`;
}

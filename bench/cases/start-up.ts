import { setTimeout as delay } from 'node:timers/promises';
import { createRunKeys } from '../../scripts/lib/run-keys.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import { countModules } from '../lib/module-count.ts';
import { deployedFlags } from '../lib/deployed-flags.ts';
import { emptyRedis } from '../lib/empty-redis.ts';
import { ofRounds, worstOfRounds, type Figure } from '../lib/figures.ts';
import { residentMegabytes } from '../lib/process-use.ts';
import { startBaseline, startConnector, type MeasuredProgram } from '../lib/start-logging-to-file.ts';

const NOWHERE = 'http://127.0.0.1:9';
const SETTLED_MS = 500;
const MOST_MEGABYTES = 200;

interface Start {
  seconds: number;
  processorMs: number;
  megabytes: number;
}

/** 6 and 8. What starting takes and what is held idle: both processes in turns with a bare server and a bare worker. */
export async function startUp({ redisUrl, logFolder, rounds }: BenchOptions): Promise<Figure[]> {
  const keys = createRunKeys();
  const checkr = { apiBase: `${NOWHERE}/v1`, dashboardUrl: NOWHERE, apiKey: keys.checkrApiKey };
  const settings = { redisUrl, orgUrl: NOWHERE, orgId: '00DXX0000000001EAA', checkr, keys, logFolder };
  const env = { KEY: keys.checkrApiKey, REDIS_URL: redisUrl };
  const own = (process: 'web' | 'worker', more = '') =>
    startConnector(process, { ...settings, env: deployedFlags(process, more) }, `${process}-idle`);
  const programs: [name: string, isOurs: boolean, start: () => Promise<MeasuredProgram>][] = [
    ['web', true, () => own('web')],
    ['(c)', false, () => startBaseline('queued-hono', env, logFolder)],
    ['worker', true, () => own('worker')],
    ['(e), a worker that does nothing', false, () => startBaseline('noop-worker', env, logFolder)],
  ];
  const starts = new Map(programs.map(([name]) => [name, [] as Start[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, , start] of programs) starts.get(name)?.push(await startOnce(start));
  const modules = await Promise.all(
    (['web', 'worker'] as const).map(async (process) => modulesOf(process, (flags) => own(process, flags))),
  );
  await emptyRedis(redisUrl);
  return [...programs.flatMap(([name, isOurs]) => figuresOf(name, isOurs, starts.get(name) ?? [])), ...modules];
}

async function startOnce(start: () => Promise<MeasuredProgram>): Promise<Start> {
  const program = await start();
  await delay(SETTLED_MS);
  const megabytes = residentMegabytes(program.pid);
  await program.stop();
  const { ms, processorMicroseconds } = program.start;
  return { seconds: ms / 1000, processorMs: processorMicroseconds / 1000, megabytes };
}

function figuresOf(name: string, isOurs: boolean, starts: Start[]): Figure[] {
  const idle = { case: '6 memory', what: `${name}, idle`, unit: 'MB' };
  const megabytes = starts.map((start) => start.megabytes);
  return [
    ofRounds(
      { case: '8 start', what: `${name}, until ready`, unit: 's' },
      starts.map(({ seconds }) => seconds),
    ),
    ofRounds(
      { case: '8 start', what: `${name}, processor`, unit: 'ms' },
      starts.map(({ processorMs }) => processorMs),
    ),
    isOurs ? worstOfRounds(idle, megabytes, MOST_MEGABYTES) : ofRounds(idle, megabytes),
  ];
}

async function modulesOf(name: string, start: (flags: string) => Promise<MeasuredProgram>): Promise<Figure> {
  const counts = await countModules(start);
  const dearest = Object.entries(counts).toSorted(([, one], [, other]) => other - one);
  console.log(
    `  ${name} loads: ${dearest
      .slice(0, 12)
      .map(([from, count]) => `${count} × ${from}`)
      .join(', ')}, …`,
  );
  const all = dearest.reduce((sum, [, count]) => sum + count, 0);
  return { case: '8 start', what: `${name}, files loaded`, value: all, unit: 'files' };
}

import { Redis } from 'ioredis';
import { createRunKeys } from '../../scripts/lib/run-keys.ts';
import { startProgram } from '../../scripts/lib/start-program.ts';
import type { BenchOptions } from '../lib/bench-options.ts';
import { deployedFlags } from '../lib/deployed-flags.ts';
import { median, type Figure } from '../lib/figures.ts';
import { load, type LoadResult, type MakeRequest } from '../lib/load.ts';
import { outboundMessages, webhooks } from '../lib/messages.ts';
import { startWebLoggingToFile, type LoadedServer } from '../lib/start-logging-to-file.ts';

const ORG_ID = '00DXX0000000001EAA';
const NOWHERE = 'http://127.0.0.1:9';

interface Mode {
  name: string;
  program: LoadedServer;
  path: string;
  connections: number;
  makeRequest: MakeRequest;
}

/** 1. What the doors take, beside tiny servers that do as much as cannot be left out. */
export async function doors(options: BenchOptions): Promise<Figure[]> {
  const keys = createRunKeys();
  const { redisUrl, logFolder } = options;
  const env = { KEY: keys.checkrApiKey, REDIS_URL: redisUrl };
  const baseline = (name: string) => startProgram({ name, file: `bench/baselines/${name}.ts`, env, logFolder });
  const checkr = { apiBase: `${NOWHERE}/v1`, dashboardUrl: NOWHERE, apiKey: keys.checkrApiKey };
  const web = await startWebLoggingToFile({
    redisUrl,
    orgUrl: NOWHERE,
    orgId: ORG_ID,
    checkr,
    keys,
    logFolder,
    env: deployedFlags('web'),
  });
  const [bare, proved, queued, outbound] = await Promise.all(
    ['bare-hono', 'proved-hono', 'queued-hono', 'outbound-hono'].map(baseline),
  );
  if (!bare || !proved || !queued || !outbound) throw new Error('a baseline did not start');
  const signed = { connections: 50, makeRequest: webhooks(keys.checkrApiKey) };
  const one = { connections: 50, makeRequest: outboundMessages(ORG_ID, 1) };
  const hundred = { connections: 8, makeRequest: outboundMessages(ORG_ID, 100) };
  const outboundPath = `background-check/${keys.outboundSecret}`;
  const modes: Mode[] = [
    { name: '(a) bare Hono', program: bare, path: '', ...signed },
    { name: '(b) + proof and schema', program: proved, path: '', ...signed },
    { name: '(c) + one queue.add', program: queued, path: '', ...signed },
    { name: 'webhook door', program: web, path: 'checkr', ...signed },
    { name: '(d) 1 notification', program: outbound, path: '', ...one },
    { name: 'outbound door, 1', program: web, path: outboundPath, ...one },
    { name: '(d) 100 notifications', program: outbound, path: '', ...hundred },
    { name: 'outbound door, 100', program: web, path: outboundPath, ...hundred },
  ];
  try {
    return figuresOf(await measure(modes, options));
  } finally {
    await Promise.all([...new Set(modes.map(({ program }) => program))].map((program) => program.stop()));
  }
}

type Results = Map<string, LoadResult[]>;

/** Every mode once in each round, so that a slow minute of the machine meets all of them; the first only warms up. */
async function measure(modes: Mode[], { redisUrl, rounds, loadSeconds: seconds }: BenchOptions): Promise<Results> {
  const redis = new Redis(redisUrl);
  const results: Results = new Map(modes.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, program, path, connections, makeRequest } of modes) {
      await redis.flushdb();
      const url = `${program.url.replace(/\/$/, '')}/${path}`;
      const result = await load({ url, pid: program.pid, seconds, connections, makeRequest });
      if (round > 0) results.get(name)?.push(result);
    }
  }
  await redis.flushdb();
  redis.disconnect();
  return results;
}

const PAIRS = [
  ['webhook door', '(c) + one queue.add'],
  ['outbound door, 1', '(d) 1 notification'],
  ['outbound door, 100', '(d) 100 notifications'],
] as const;

function figuresOf(results: Results): Figure[] {
  const figure = (what: string, unit: string, rounds: number[]): Figure => ({
    ...{ case: '1 doors', what, unit, rounds, value: median(rounds) },
  });
  const rates = [...results].flatMap(([name, rounds]) => [
    figure(
      name,
      'requests/s',
      rounds.map(({ perSecond }) => perSecond),
    ),
    figure(
      `${name}, processor`,
      'µs/request',
      rounds.map(({ microseconds }) => microseconds),
    ),
  ]);
  const ratios = PAIRS.map(([door, baseline]): Figure => {
    const perRound = (results.get(door) ?? []).map(
      ({ perSecond }, round) => perSecond / (results.get(baseline)?.[round]?.perSecond ?? Number.NaN),
    );
    return { ...figure(`${door} / ${baseline}`, 'ratio', perRound), goal: { atLeast: 0.9 } };
  });
  return [...rates, ...ratios];
}

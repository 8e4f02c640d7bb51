import { Redis } from 'ioredis';
import type { BenchOptions } from '../lib/bench-options.ts';
import { DOOR_PAIRS, startDoorModes, type DoorMode } from '../lib/door-modes.ts';
import { ofRounds, worstOfRounds, type Figure } from '../lib/figures.ts';
import { load, type LoadResult } from '../lib/load.ts';

/** 1. What the doors take, beside tiny servers that do as much as cannot be left out. */
export async function doors(options: BenchOptions): Promise<Figure[]> {
  const { modes, stop } = await startDoorModes(options);
  try {
    return figuresOf(await measure(modes, options));
  } finally {
    await stop();
  }
}

type Results = Map<string, LoadResult[]>;

/** Every mode once in each round, so that a slow minute of the machine meets all of them; the first only warms up. */
async function measure(modes: DoorMode[], { redisUrl, rounds, loadSeconds: seconds }: BenchOptions): Promise<Results> {
  const redis = new Redis(redisUrl);
  const results: Results = new Map(modes.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, program, url, connections, makeRequest } of modes) {
      await redis.flushdb();
      const result = await load({ url, pid: program.pid, seconds, connections, makeRequest });
      if (round > 0) results.get(name)?.push(result);
    }
  }
  await redis.flushdb();
  redis.disconnect();
  return results;
}

const MOST_MEGABYTES = 200;

function figuresOf(results: Results): Figure[] {
  const common = { case: '1 doors' };
  const rates = [...results].flatMap(([name, rounds]) => [
    ofRounds(
      { ...common, what: name, unit: 'requests/s' },
      rounds.map(({ perSecond }) => perSecond),
    ),
    ofRounds(
      { ...common, what: `${name}, processor`, unit: 'µs/request' },
      rounds.map(({ microseconds }) => microseconds),
    ),
  ]);
  const pairs = DOOR_PAIRS.flatMap(({ door, baseline }) => {
    const rounds = results.get(door) ?? [];
    const beside = results.get(baseline) ?? [];
    const ratios = rounds.map(({ perSecond }, round) => perSecond / (beside[round]?.perSecond ?? Number.NaN));
    const megabytes = rounds.map((round) => round.megabytes);
    return [
      ofRounds({ ...common, what: `${door} / ${baseline}`, unit: 'ratio' }, ratios, { atLeast: 0.9 }),
      worstOfRounds({ case: '6 memory', what: `web after load, ${door}`, unit: 'MB' }, megabytes, MOST_MEGABYTES),
    ];
  });
  return [...rates, ...pairs];
}

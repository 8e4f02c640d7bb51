import { Redis } from 'ioredis';
import type { BenchOptions } from '../lib/bench-options.ts';
import { DOOR_PAIRS, startDoorModes, type DoorMode } from '../lib/door-modes.ts';
import { median, type Figure } from '../lib/figures.ts';
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
  const ratios = DOOR_PAIRS.map(({ door, baseline }): Figure => {
    const perRound = (results.get(door) ?? []).map(
      ({ perSecond }, round) => perSecond / (results.get(baseline)?.[round]?.perSecond ?? Number.NaN),
    );
    return { ...figure(`${door} / ${baseline}`, 'ratio', perRound), goal: { atLeast: 0.9 } };
  });
  return [...rates, ...ratios];
}

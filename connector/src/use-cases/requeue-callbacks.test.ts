import { expect, test } from 'vitest';
import type { AtsCallbacks } from '../domain/ats-ports.ts';
import { connectionKey } from '../domain/connection.ts';
import { testConnection } from '../testing/fakes.ts';
import { requeueCallbacks } from './requeue-callbacks.ts';

const NOW = 1_795_000_000_000;

/** An org in which these stay due, whatever is done about them. */
function setup(due: string[]) {
  const asked: object[] = [];
  let told: string[] = [];
  let place = '';
  const deps = {
    connection: testConnection,
    callbacks: {
      listDue(query: Parameters<AtsCallbacks['listDue']>[0]) {
        asked.push(query);
        return Promise.resolve(due.filter((id) => id > query.afterId).slice(0, query.limit));
      },
    },
    callbacksCursor: { get: () => Promise.resolve(place), set: (id: string) => Promise.resolve(void (place = id)) },
    tell: (checkIds: string[]) => Promise.resolve(void (told = checkIds)),
    now: () => NOW,
  };
  return {
    asked,
    async run() {
      told = [];
      const count = await requeueCallbacks(deps);
      expect(told).toHaveLength(count);
      return told;
    },
  };
}

test('what is due now is told, of this connection alone', async () => {
  const { run, asked } = setup(['check1', 'check2']);
  expect(await run()).toEqual(['check1', 'check2']);
  expect(asked).toMatchObject([{ connectionKey: connectionKey(testConnection), now: NOW }]);
});

test('hundreds nobody takes do not hide those behind them: all have their turn, then it begins again', async () => {
  const dead = Array.from({ length: 400 }, (_, index) => `dead${String(index).padStart(3, '0')}`);
  const { run } = setup([...dead, 'the-one-behind']);
  const runs = [await run(), await run(), await run(), await run()];
  expect(runs.map(({ length }) => length)).toEqual([200, 200, 1, 200]);
  expect(new Set(runs.slice(0, 3).flat()).size).toBe(401);
  expect(runs[2]).toEqual(['the-one-behind']);
  expect(runs[3]).toEqual(runs[0]);
});

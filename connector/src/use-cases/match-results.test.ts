import { expect, test } from 'vitest';
import { Failure } from '../domain/failure.ts';
import { testConnection } from '../testing/fakes.ts';
import { matchResults, type MatchResultsDeps } from './match-results.ts';

test('fifty checks the org does not let us write do not hold up the one behind them', async () => {
  const linked = Array.from({ length: 51 }, (_, index) => `check${String(index).padStart(2, '0')}`);
  const stamped: string[] = [];
  let place = '';
  const records = {
    listNewlyLinked: ({ afterId, limit }: { afterId: string; limit: number }) =>
      Promise.resolve(
        linked
          .filter((id) => id > afterId)
          .slice(0, limit)
          .map((id) => ({ id, vendor: 'Acme', externalId: `Acme:${id}` })),
      ),
    listParked: () => Promise.resolve([]),
    write: (id: string) =>
      id === 'check50'
        ? Promise.resolve(void stamped.push(id))
        : Promise.reject(new Failure('rejected', 'salesforce-field-custom-validation-exception')),
  } as unknown as MatchResultsDeps['records'];
  const linkedCursor = { get: () => Promise.resolve(place), set: (id: string) => Promise.resolve(void (place = id)) };
  const run = () =>
    matchResults({ connection: testConnection, records, vendors: ['Acme'], linkedCursor, now: Date.now });
  await expect(run()).rejects.toThrow('rejected');
  expect(await run()).toEqual({ linked: 1, matched: 0 });
  expect(stamped).toEqual(['check50']);
  await expect(run()).rejects.toThrow('rejected');
});

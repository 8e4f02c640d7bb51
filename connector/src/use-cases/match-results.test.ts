import { expect, test } from 'vitest';
import type { CheckEvent } from '../domain/check-event.ts';
import { Failure } from '../domain/failure.ts';
import { testConnection } from '../testing/fakes.ts';
import { matchResults, type MatchResultsDeps } from './match-results.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

test('fifty checks the org does not let us write do not hold up the one behind them, and the admins are told', async () => {
  const linked = Array.from({ length: 51 }, (_, index) => `check${String(index).padStart(2, '0')}`);
  const stamped: string[] = [];
  const noted: CheckEvent[] = [];
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
    note: (event: CheckEvent) => Promise.resolve(void noted.push(event)),
    write: (id: string) =>
      id === 'check50'
        ? Promise.resolve(void stamped.push(id))
        : Promise.reject(new Failure('rejected', 'salesforce-field-custom-validation-exception')),
  } as unknown as MatchResultsDeps['records'];
  const linkedCursor = { get: () => Promise.resolve(place), set: (id: string) => Promise.resolve(void (place = id)) };
  const run = () =>
    matchResults({ connection: testConnection, records, vendors: ['Acme'], linkedCursor, now: () => NOW });
  await expect(run()).rejects.toThrow('rejected');
  expect(noted).toMatchObject([{ sourceEventId: 'vendors-failing-2026-11-20', type: 'events.unmatched' }]);
  expect(noted[0]?.reason).toContain(': 50.');
  expect(await run()).toEqual({ linked: 1, matched: 0 });
  expect(stamped).toEqual(['check50']);
  await expect(run()).rejects.toThrow('rejected');
});

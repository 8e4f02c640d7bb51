import { afterEach, expect, test, vi } from 'vitest';
import { seldom } from './seldom.ts';

afterEach(() => vi.useRealTimers());

test('of many in a row the first is said, and later how many were not', () => {
  vi.useFakeTimers();
  const said: [string, number][] = [];
  const say = seldom(5000, (what: string, heldBack) => said.push([what, heldBack]));
  for (let count = 0; count < 100; count += 1) say('OOM');
  expect(said).toEqual([['OOM', 0]]);
  vi.advanceTimersByTime(5000);
  say('OOM');
  expect(said.at(-1)).toEqual(['OOM', 99]);
});

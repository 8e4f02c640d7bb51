import { expect, test } from 'vitest';
import { ageOf } from './age.ts';

test.each([
  [0, '0 s'],
  [119_000, '119 s'],
  [120_000, '2 min'],
  [90 * 60_000, '90 min'],
  [30 * 3_600_000, '30 h'],
  [6 * 86_400_000, '6 days'],
])('%s ms are told as %s', (ms, words) => {
  expect(ageOf(ms)).toBe(words);
});

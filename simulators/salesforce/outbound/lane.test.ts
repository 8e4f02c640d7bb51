import { expect, test } from 'vitest';
import { createLane } from './lane.ts';

test('so many at once and no more, in the order they came', async () => {
  const lane = createLane(2);
  const started: number[] = [];
  const finish: (() => void)[] = [];
  for (let number = 0; number < 4; number += 1) {
    lane.add(() => {
      started.push(number);
      return new Promise((resolve) => finish.push(resolve));
    });
  }
  expect(started).toEqual([0, 1]);
  finish[1]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(started).toEqual([0, 1, 2]);
  finish[0]?.();
  finish[2]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(started).toEqual([0, 1, 2, 3]);
});
